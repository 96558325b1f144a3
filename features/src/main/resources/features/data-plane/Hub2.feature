@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @needs-sites @long
Feature: Hub2 - Which gateway of several gets what, by what they announce

  @tmsLink=VPN-FAIL-07
  Scenario Outline: [1] Announce the same as the other gateway of a site, of AS <as>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And a second gateway on the same LAN, connected by BGP to the same virtual private gateway with AS <as>
    When the host in the VPC pings the LAN host 5 times, once a second
    Then both gateways announce the same through both their tunnels
    And all 5 requests came out of the tunnels towards the LAN host
    And nothing leaves the gateway in clear

    Examples:
      | as    | why                              |
      | 65000 | both speak for the same AS       |
      | 65001 | each speaks for an AS of its own |

  @tmsLink=VPN-FAIL-07 @needs-bgp-control
  Scenario: [2] Send through the gateway of a site whose path is the shorter
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And a second gateway on the same LAN, connected by BGP to the same virtual private gateway
    And the gateway announces 10.20.0.0/24 through each tunnel with the path 65000 65000
    When the host in the VPC pings the LAN host 5 times, once a second
    Then both gateways announce the same through both their tunnels
    And all 5 requests came out of a tunnel of the second gateway
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-16
  Scenario: [3] Announce a range that no other site announces
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    When 30 s go by
    Then the kit reports nothing of what the sites announce
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FAIL-16 @tmsLink=VPN-HUB-05
  Scenario: [4] Report announcements of sites that overlap
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 1 other site connected by BGP to the same virtual private gateway
    When site 2 announces 10.20.0.0/16 instead
    Then the kit reports of what the sites announce that 10.20.0.0/24 and 10.20.0.0/16 overlap
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-40
  Scenario: [5] Send what an aggregate leads to the gateway to the site that announced it
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 2 other sites connected by BGP to the same virtual private gateway
    And route table main leads 10.20.0.0/14 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 10.20.0.10 |
      | 10.0.1.10 | 10.21.0.10 |
      | 10.0.1.10 | 10.22.0.10 |
      | 10.0.1.10 | 10.22.1.10 |
      | 10.0.1.10 | 10.23.0.10 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at |
      | 10.0.1.10 | 10.20.0.10 | a tunnel   |
      | 10.0.1.10 | 10.21.0.10 | site 2     |
      | 10.0.1.10 | 10.22.0.10 | site 3     |
      | 10.0.1.10 | 10.22.1.10 | nowhere    |
      | 10.0.1.10 | 10.23.0.10 | nowhere    |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-09 @needs-bgp-announce
  Scenario: [6] Take the longest prefix of what two sites announce
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And 1 other site connected by BGP to the same virtual private gateway
    And the routes 10.20.0.0/15 are announced by the gateway
    And route table main leads 10.20.0.0/14 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 10.21.0.10 |
      | 10.0.1.10 | 10.21.1.5  |
      | 10.0.1.10 | 10.22.0.1  |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at |
      | 10.0.1.10 | 10.21.0.10 | site 2     |
      | 10.0.1.10 | 10.21.1.5  | a tunnel   |
      | 10.0.1.10 | 10.22.0.1  | nowhere    |
    And nothing leaves the gateway in clear
