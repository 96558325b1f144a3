@control-plane
Feature: Routes1 - Routes that are entered into route tables

  @tmsLink=VPN-ROUTE-29
  Scenario Outline: [1] Refuse <action> for the local route
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    When <action> is asked for the destination 10.0.0.0/16 of table A
    Then the request is refused, as <code>
    And route table A has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |

    Examples:
      | action       | code                  | why                  |
      | CreateRoute  | RouteAlreadyExists    | it is there          |
      | ReplaceRoute | InvalidParameterValue | it cannot be led off |
      | DeleteRoute  | InvalidParameterValue | it cannot go         |

  @tmsLink=VPN-ROUTE-29
  Scenario: [2] Bring the local route to a second block into every route table
    Given a VPC 10.0.0.0/16 with the route tables A and B
    When the block 10.1.0.0/16 is added to the VPC
    Then route table main has exactly these routes within 60 s:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |
      | 10.1.0.0/16 | local  | CreateRouteTable | active |
    And route table A has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |
      | 10.1.0.0/16 | local  | CreateRouteTable | active |

  @tmsLink=VPN-ROUTE-32 @tmsLink=VPN-API-16
  Scenario: [3] Show a route as blackhole while its virtual private gateway is detached
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    And route table A leads 192.168.0.0/16 to the virtual private gateway
    When the virtual private gateway is detached and attached again, and route 192.168.0.0/16 of table A looked up each time
    Then the route was active, then a blackhole, then active again

  @tmsLink=VPN-LIM-06
  Scenario: [4] Allow 50 routes in a route table
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached internet gateway and an attached virtual private gateway
    And route table A has 50 routes of IPv4 to the virtual private gateway
    When a route of table A is created from 192.168.50.0/24 to the virtual private gateway
    Then the request is refused, as RouteLimitExceeded
    And route table A has 50 routes of IPv4 and 0 of IPv6, all created, beside the local one

  @tmsLink=VPN-LIM-08
  Scenario: [5] Count the routes of IPv6 apart from those of IPv4
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached internet gateway and an attached virtual private gateway
    And route table A has 50 routes of IPv4 to the virtual private gateway
    When 50 routes of IPv6 to the internet gateway are created in table A
    Then route table A has 50 routes of IPv4 and 50 of IPv6, all created, beside the local one

  @tmsLink=VPN-ROUTE-34
  Scenario: [6] Lead a route to the virtual private gateway that took the place of another
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    And route table A leads 192.168.0.0/16 to the virtual private gateway
    And another virtual private gateway has taken the place of the first
    When the route 192.168.0.0/16 of table A is led to the virtual private gateway
    Then route table A has exactly these routes:
      | destination    | target                  | origin           | state  |
      | 10.0.0.0/16    | local                   | CreateRouteTable | active |
      | 192.168.0.0/16 | virtual private gateway | CreateRoute      | active |

  @tmsLink=VPN-ROUTE-34
  Scenario: [7] Refuse to replace a route that is not there
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    When ReplaceRoute is asked for the destination 192.168.0.0/16 of table A
    Then the request is refused, as InvalidParameterValue
    And route table A has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |

  @tmsLink=VPN-ROUTE-34
  Scenario: [8] Refuse a second route to the same destination
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached internet gateway and an attached virtual private gateway
    And route table A leads 192.168.0.0/16 to the virtual private gateway
    When a route of table A is created from 192.168.0.0/16 to the internet gateway
    Then the request is refused, as RouteAlreadyExists
    And route table A has exactly these routes:
      | destination    | target                  | origin           | state  |
      | 10.0.0.0/16    | local                   | CreateRouteTable | active |
      | 192.168.0.0/16 | virtual private gateway | CreateRoute      | active |

  @tmsLink=VPN-API-14 @needs-lab
  Scenario Outline: [9] Show the <target> that a route leads to
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a <target> that the lab has put into the VPC
    When a route of table A is created from 192.168.0.0/16 to the <target>
    Then route table A has exactly these routes:
      | destination    | target   | origin           | state  |
      | 10.0.0.0/16    | local    | CreateRouteTable | active |
      | 192.168.0.0/16 | <target> | CreateRoute      | active |

    Examples:
      | target                 | why                      |
      | instance               | instanceId               |
      | nat gateway            | natGatewayId             |
      | network interface      | networkInterfaceId       |
      | vpc peering connection | vpcPeeringConnectionId   |

  @tmsLink=VPN-ROUTE-32 @needs-lab
  Scenario: [10] Show a route as blackhole when its target is gone
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a nat gateway that the lab has put into the VPC
    And route table A leads 192.168.0.0/16 to the nat gateway
    When the lab takes the nat gateway away
    Then the route to 192.168.0.0/16 of table A is a blackhole
