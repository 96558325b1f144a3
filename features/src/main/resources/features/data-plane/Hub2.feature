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
