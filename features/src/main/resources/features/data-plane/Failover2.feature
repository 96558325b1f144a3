@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Failover2 - Static connections with one tunnel, none, and again with both

  @tmsLink=VPN-FAIL-12
  Scenario: [1] Let nothing out while both tunnels are down
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When both tunnels fail while the host in the VPC pings the LAN host for 120 s
    Then from 60 s after the failure on, nothing that the VPC sent has left the AWS side
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-12 @needs-cloudwatch
  Scenario: [2] Measure the state 0 of both tunnels while both are down
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And both tunnels fail, and the AWS side has noticed
    When a period of five minutes goes by
    Then the data points of TunnelState in it are 0 for tunnel 1 and 0 for tunnel 2
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-13
  Scenario Outline: [3] Use tunnel <first> again once it has come back
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel <first> fails for 90 s and comes back, and then tunnel <second> fails while the host in the VPC pings the LAN host for 120 s
    Then from 60 s after the failure on, all that the VPC sent went through tunnel <first>
    And DescribeVpnConnections shows tunnel <first> UP and tunnel <second> DOWN
    And nothing leaves the gateway in clear

    Examples:
      | first | second | why             |
      | 1     | 2      | one order       |
      | 2     | 1      | the other order |

  @tmsLink=VPN-FAIL-09
  Scenario: [4] Move every prefix of the connection to the tunnel that is left
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the static VPN connection routes 192.168.11.0/24, too
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel 1 fails while the host in the VPC pings the LAN host and 192.168.11.5 for 120 s
    Then from 60 s after the failure on, all that the VPC sent went through tunnel 2
    And DescribeVpnConnections shows tunnel 1 DOWN and tunnel 2 UP
    And nothing leaves the gateway in clear
