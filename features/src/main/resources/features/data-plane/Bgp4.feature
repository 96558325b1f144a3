@data-plane @needs-ikev1 @needs-bgp @needs-bgp-control @needs-lan-host @needs-lab @needs-sites @long
Feature: Bgp4 - Which of two paths to one prefix is the better one

  Two gateways of one site announce its LAN, each with an AS of its own. The shorter AS_PATH wins; of equal lengths, the
  lower origin: IGP, then EGP, then incomplete (Amazon VPC Network Administrator Guide, "Configuring Multiple VPN
  Connections to Your VPC").

  @tmsLink=VPN-BGP-13
  Scenario: [1] Take the shorter path, and leave it when the gateway prepends its AS twice
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And a second gateway on the same LAN, connected by BGP to the same virtual private gateway with AS 65001
    And gateway 1 announces the LAN through both its tunnels with the path 65000 and origin IGP
    And gateway 2 announces the LAN through both its tunnels with the path 65001 65001 and origin IGP
    When the host in the VPC pings the LAN host 5 times, then gateway 1 changes the path to 65000 65000 65000, and 5 times more
    Then of the 10 requests, the first 5 went through tunnels of gateway 1, and the last 5 through tunnels of gateway 2
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-14
  Scenario Outline: [2] Take the path with origin <better> before the one with origin <worse>, when gateway <used> has it
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And a second gateway on the same LAN, connected by BGP to the same virtual private gateway with AS 65001
    And gateway 1 announces the LAN through both its tunnels with the path 65000 and origin <first>
    And gateway 2 announces the LAN through both its tunnels with the path 65001 and origin <second>
    When the host in the VPC pings the LAN host 5 times, once a second
    Then all 5 requests went through tunnels of gateway <used>
    And nothing leaves the gateway in clear

    Examples:
      | first      | second     | used | better | worse      | why                                        |
      | IGP        | EGP        | 1    | IGP    | EGP        | the first two of the three                 |
      | EGP        | IGP        | 2    | IGP    | EGP        | the same, and the other gateway has it     |
      | incomplete | EGP        | 2    | EGP    | incomplete | the last two                               |
      | EGP        | incomplete | 1    | EGP    | incomplete | the same, and the other gateway has it     |
