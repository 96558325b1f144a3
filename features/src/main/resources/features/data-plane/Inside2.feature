@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-ping-monitor @long
Feature: Inside2 - Inside addresses as the control plane has given them, and others

  Each end of a tunnel has one address of its /30: the first the AWS side, the second the gateway. The AWS side answers
  pings there, and is the neighbour for BGP; a gateway with another address gets neither.

  @tmsLink=VPN-CIDR-10
  Scenario: [1] Answer pings of, and speak BGP with, a gateway at the addresses of the document
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test, with the inside blocks 169.254.44.0/30 and 169.254.45.0/30
    And the gateway is to watch its tunnels by pings
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then the gateway's pings from 169.254.44.2 to 169.254.44.1 went through tunnel 1, and were answered
    And the gateway's pings from 169.254.45.2 to 169.254.45.1 went through tunnel 2, and were answered
    And a session is established through each tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CIDR-10
  Scenario Outline: [2] Neither answer nor speak BGP with a gateway that has taken <what>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test, with the inside blocks 169.254.44.0/30 and 169.254.45.0/30
    And the gateway is to watch its tunnels by pings
    And the gateway is configured from the downloaded document, in which the inside addresses of tunnel 1 are <gateway> for itself and <aws> for the AWS side, and started
    When both tunnels are raised, and 60 s go by
    Then the gateway's pings from <gateway> to <aws> went through tunnel 1, and none was answered
    And no BGP message went through tunnel 1
    And vgwTelemetry shows both tunnels UP all the same
    And a session is established through tunnel 2
    And nothing leaves the gateway in clear

    Examples:
      | what               | gateway      | aws          | why                                  |
      | the third address  | 169.254.44.3 | 169.254.44.1 | of the /30, two are taken for a host |
      | each other's place | 169.254.44.1 | 169.254.44.2 | the first is the AWS side's          |
