@data-plane @needs-ikev1 @needs-lan-host @needs-lab @needs-sites @long
Feature: Sites1 - Several gateways of a customer's on one virtual private gateway, with static connections

  @tmsLink=VPN-FAIL-04 @tmsLink=VPN-SCEN-03
  Scenario: [1] Send everything to the gateway that works when the other of a site fails
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And a second gateway on the same LAN, connected likewise to the same virtual private gateway, both tunnels up
    When the gateway falls silent while the host in the VPC pings the LAN host for 120 s
    Then from 60 s after that on, all that the VPC sent went through the second gateway, until the first is back
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-05
  Scenario: [2] Carry traffic over one gateway while the other of a site is serviced
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And a second gateway on the same LAN, connected likewise to the same virtual private gateway, both tunnels up
    When the gateway is stopped for 90 s and started again, while the host in the VPC pings the LAN host for 180 s
    Then from 60 s after that on, all that the VPC sent went through the second gateway, until the first is back
    And traffic was interrupted for 60 s at most, and went on once the first is back
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-14
  Scenario: [3] Stay in the connection when one of its tunnels fails
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And 1 other site connected likewise to the same virtual private gateway, all tunnels up
    When tunnel 1 fails while the host in the VPC pings the LAN host for 120 s
    Then from 60 s after the failure on, all that the VPC sent went through tunnel 2
    And nothing that the VPC sent went through the tunnels of the other site
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-15 @tmsLink=VPN-SCEN-03
  Scenario Outline: [4] Reach the gateway's site and <others> others, each through its own connection
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And <others> other sites connected likewise to the same virtual private gateway, all tunnels up
    When the LAN host of each site pings the host in the VPC 5 times
    Then all 5 pings of each site are answered
    And each answer went through the tunnels of its own site's connection
    And nothing leaves the gateway in clear

    Examples:
      | others | why                                                   |
      | 0      | one connection                                        |
      | 3      | branch offices                                        |
      | 9      | as many connections as a virtual private gateway has  |

  @tmsLink=VPN-HUB-05
  Scenario: [5] Report sites whose ranges overlap, and send by the longer prefix
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And another site connected likewise that routes 10.20.0.0/16, all tunnels up
    When the host in the VPC pings the LAN host 5 times, once a second
    Then the kit reports that 10.20.0.0/24 and 10.20.0.0/16 overlap
    And all 5 requests came out of the tunnels towards the LAN host
    And nothing that the VPC sent went through the tunnels of the other site
    And nothing leaves the gateway in clear
