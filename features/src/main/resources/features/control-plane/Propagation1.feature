@control-plane
Feature: Propagation1 - Propagation of routes, as the EC2 API sees it

  @tmsLink=VPN-API-18
  Scenario: [1] Enable propagation twice as once
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    When propagation is enabled twice for route table A
    Then route table A takes routes from exactly the virtual private gateway

  @tmsLink=VPN-API-18 @tmsLink=VPN-ROUTE-19
  Scenario Outline: [2] Refuse propagation to <table> from <gateway>
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And an attached virtual private gateway
    And a virtual private gateway that is not attached
    When propagation is enabled for <table> from <gateway>
    Then the request is refused, as <code>
    And route table A takes routes from no gateway

    Examples:
      | table                  | gateway                  | code                        | why                  |
      | a table that never was | the attached one         | InvalidRouteTableID.NotFound | an id of nothing     |
      | route table A          | a gateway that never was | InvalidGatewayID.NotFound   | an id of nothing     |
      | route table A          | the unattached one       | Gateway.NotAttached         | another network      |

  @tmsLink=VPN-ROUTE-33
  Scenario: [3] Change no route table by itself
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a virtual private gateway that is not attached
    When the virtual private gateway is attached to the VPC and gets a VPN connection with the static route 192.168.10.0/24
    Then route table main takes routes from no gateway
    And route table A takes routes from no gateway
    And route table main has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |

  @tmsLink=VPN-API-15 @needs-ikev1 @needs-lan-host
  Scenario: [4] Tell the three origins of routes apart
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a static VPN connection to the gateway under test that is up, with the route 192.168.10.0/24, propagated to tables A and B
    When a route of table A is created from 192.168.20.0/24 to the virtual private gateway
    Then route table A has exactly these routes:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.20.0/24 | virtual private gateway | CreateRoute               | active |
      | 192.168.10.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |

  @tmsLink=VPN-ROUTE-19 @needs-ikev1 @needs-lan-host
  Scenario: [5] Take propagated routes out of one table only
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a static VPN connection to the gateway under test that is up, with the route 192.168.10.0/24, propagated to tables A and B
    And route table A leads 192.168.20.0/24 to the virtual private gateway
    When propagation is disabled for route table A
    Then route table A has exactly these routes:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.20.0/24 | virtual private gateway | CreateRoute               | active |
    And route table B has exactly these routes:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.10.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |

  @tmsLink=VPN-ROUTE-30 @needs-ikev1 @needs-lan-host
  Scenario: [6] Refuse to delete a propagated route
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a static VPN connection to the gateway under test that is up, with the route 192.168.10.0/24, propagated to tables A and B
    When DeleteRoute is asked for the destination 192.168.10.0/24 of table A
    Then the request is refused, as InvalidRoute.NotFound
    And route table A has exactly these routes:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.10.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
