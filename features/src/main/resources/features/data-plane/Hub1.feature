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

  @tmsLink=VPN-HUB-04 @needs-bgp-announce
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

  @tmsLink=VPN-HUB-08 @needs-bgp-announce
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

  @tmsLink=VPN-HUB-02
  Scenario: [5] Let two sites reach each other without a VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between a virtual private gateway that is attached to no VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 1 other site connected by BGP to the same virtual private gateway
    When the LAN hosts of all sites ping each other 3 times
    Then all 3 pings between each two sites are answered
    And through both its tunnels, each site is told this by BGP, and nothing else:
      | site | prefix       | path        |
      | 1    | 10.21.0.0/24 | 64512 65001 |
      | 2    | 10.20.0.0/24 | 64512 65000 |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-06
  Scenario: [6] Carry what each site and the VPC send each other, as on a connection alone
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    When the LAN host of each site pings the host in the VPC 5 times
    Then all 5 pings of each site are answered
    And each answer went through the tunnels of its own site's connection
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-10
  Scenario: [7] Announce nothing to the sites of another virtual private gateway
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And another VPC 10.1.0.0/16 with a host at 10.1.1.10 and a virtual private gateway of its own, to which site 2 is connected by BGP
    When 30 s go by
    Then through both its tunnels, each site is told this by BGP, and nothing else:
      | site | prefix      | path  |
      | 1    | 10.0.0.0/16 | 64512 |
      | 2    | 10.1.0.0/16 | 64512 |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-10 @needs-wire
  Scenario: [8] Carry nothing to another virtual private gateway, its sites and its VPC
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And another VPC 10.1.0.0/16 with a host at 10.1.1.10 and a virtual private gateway of its own, to which site 2 is connected by BGP
    When these packets are sent:
      | from         | to         |
      | the LAN host | 10.0.1.10  |
      | the LAN host | 10.1.1.10  |
      | the LAN host | 10.21.0.10 |
      | 10.0.1.10    | 10.21.0.10 |
    Then each packet arrived where this says, and nowhere else:
      | from         | to         | arrives at |
      | the LAN host | 10.0.1.10  | 10.0.1.10  |
      | the LAN host | 10.1.1.10  | nowhere    |
      | the LAN host | 10.21.0.10 | nowhere    |
      | 10.0.1.10    | 10.21.0.10 | nowhere    |
    And nothing came to the host in the other VPC
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-11 @needs-cloudwatch
  Scenario: [9] Decrypt what goes from one site to another, and encrypt it again
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 1 other site connected by BGP to the same virtual private gateway
    When the LAN host pings the LAN host of site 2 20 times, with 1200 octets of data
    Then all 20 requests went into a tunnel of the gateway and came out of one of site 2, their time to live one less
    And all 20 replies went into a tunnel of site 2 and came out of one of the gateway, their time to live one less
    And TunnelDataIn of the gateway's connection and TunnelDataOut of that of site 2 count 24560 octets or more
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-07
  Scenario: [10] Tell the sites what Direct Connect announces, and Direct Connect what they do
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And Direct Connect of the virtual private gateway announces 192.168.77.0/24
    And 1 other site connected by BGP to the same virtual private gateway
    When 30 s go by
    Then through both its tunnels, each site is told this by BGP, and nothing else:
      | site | prefix          | path        |
      | 1    | 10.0.0.0/16     | 64512       |
      | 1    | 10.21.0.0/24    | 64512 65001 |
      | 1    | 192.168.77.0/24 | 64512 65100 |
      | 2    | 10.0.0.0/16     | 64512       |
      | 2    | 10.20.0.0/24    | 64512 65000 |
      | 2    | 192.168.77.0/24 | 64512 65100 |
    And Direct Connect is told this by BGP, and nothing else:
      | prefix       | path        |
      | 10.0.0.0/16  | 64512       |
      | 10.20.0.0/24 | 64512 65000 |
      | 10.21.0.0/24 | 64512 65001 |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-HUB-07
  Scenario: [11] Carry what the sites and Direct Connect send each other
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And Direct Connect of the virtual private gateway announces 192.168.77.0/24
    And 1 other site connected by BGP to the same virtual private gateway
    When the LAN host of each site sends a packet to 192.168.77.10 over Direct Connect, and is sent one from there
    Then the packet of each site came to Direct Connect
    And the packet from there came out of a tunnel of each site
    And nothing leaves the gateway in clear
