@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @needs-sites @long
Feature: Hub1 - AWS VPN CloudHub: sites of one virtual private gateway reach each other

  What one site announces by BGP is announced to every other (Amazon VPC User Guide, "Providing Secure Communication
  Between Sites Using VPN CloudHub").

  @tmsLink=VPN-HUB-01 @tmsLink=VPN-HUB-08
  Scenario: [1] Let three sites reach each other and the VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    When the LAN hosts of all sites ping each other, and the host in the VPC, 3 times
    Then all 3 pings between each two sites are answered
    And all 3 pings of each site to the VPC are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-04 @tmsLink=VPN-HUB-06
  Scenario: [2] Announce to each site the others and the VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    When 30 s go by
    Then through both its tunnels, each site is told this by BGP, and nothing else:
      | site | prefix       | path        |
      | 1    | 10.0.0.0/16  | 64512       |
      | 1    | 10.21.0.0/24 | 64512 65001 |
      | 1    | 10.22.0.0/24 | 64512 65002 |
      | 2    | 10.0.0.0/16  | 64512       |
      | 2    | 10.20.0.0/24 | 64512 65000 |
      | 2    | 10.22.0.0/24 | 64512 65002 |
      | 3    | 10.0.0.0/16  | 64512       |
      | 3    | 10.20.0.0/24 | 64512 65000 |
      | 3    | 10.21.0.0/24 | 64512 65001 |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-04 @needs-bgp-control
  Scenario: [3] Withdraw from the others what a site withdraws
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 1 other site connected by BGP to the same virtual private gateway
    When the gateway announces 192.168.10.0/24 instead, and 35 s go by
    Then through both its tunnels, site 2 was told within 30 s that 10.20.0.0/24 is withdrawn
    And through both its tunnels, each site is told this by BGP, and nothing else:
      | site | prefix          | path        |
      | 1    | 10.0.0.0/16     | 64512       |
      | 1    | 10.21.0.0/24    | 64512 65001 |
      | 2    | 10.0.0.0/16     | 64512       |
      | 2    | 192.168.10.0/24 | 64512 65000 |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-08 @needs-bgp-control
  Scenario: [4] Keep away from the others a site that announces nothing
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    When the gateway withdraws all that it announces, and the LAN hosts of all sites ping each other 3 times
    Then no ping from or to the LAN of the gateway is answered
    And all 3 pings between the other sites are answered
    And nothing leaves the gateway in clear
