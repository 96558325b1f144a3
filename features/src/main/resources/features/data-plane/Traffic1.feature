@data-plane
Feature: Traffic1 - Traffic through the two tunnels

  @tmsLink=VPN-TUN-05
  Scenario: [1] Leave the tunnels down when only the VPC sends
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a route of the VPC leads the LAN to the virtual private gateway, also while the tunnels are down
    When the host in the VPC pings the LAN host 5 times
    Then no packet leaves the AWS side for 10 s
    And DescribeVpnConnections shows both tunnels DOWN

  @tmsLink=VPN-E2E-01 @needs-ikev1 @needs-lan-host
  Scenario Outline: [2] Carry pings between a LAN host and the VPC through tunnel <tunnel> while the other fails
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And tunnel <other> fails, and both sides have noticed
    When the LAN host pings the host in the VPC 10 times
    Then all 10 pings are answered
    And echo requests and replies went through tunnel <tunnel> in ESP
    And nothing leaves the gateway in clear

    Examples:
      | tunnel | other | why                                    |
      | 1      | 2     | the tunnel that is used by itself      |
      | 2      | 1     | the tunnel that takes over             |

  @tmsLink=VPN-TUN-17 @needs-ikev1 @needs-lan-host
  Scenario: [3] Leave tunnel 2 as it is when tunnel 1 loses its SAs
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the AWS side deletes the SAs of tunnel 1
    Then the two tunnels have pre-shared keys, IKE SAs, ESP SAs and inside addresses of their own
    And the status of tunnel 2 has not changed for 10 s
    And no message deletes or replaces an SA of tunnel 2

  @tmsLink=VPN-ESP-12 @needs-ikev1 @needs-lan-host
  Scenario: [4] Send nothing in clear while SAs are deleted under traffic
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the AWS side deletes the SAs of both tunnels while the LAN host pings the host in the VPC for 10 s
    Then nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-02 @needs-ikev1 @needs-lan-host
  Scenario: [5] Deliver nothing of ESP that was fragmented on the way
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the way to the AWS side fragments packets of more than 600 octets
    When the LAN host pings the host in the VPC 5 times with 1000 octets of data
    Then ESP reached the AWS side in fragments
    And no ping is answered
    And a ping with 56 octets of data is answered
