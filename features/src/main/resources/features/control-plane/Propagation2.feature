@control-plane
Feature: Propagation2 - When routes are propagated

  @tmsLink=VPN-ROUTE-05 @needs-ikev1 @needs-lan-host
  Scenario: [1] Bring the known prefixes into a route table when propagation is enabled
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a static VPN connection to the gateway under test with the routes 192.168.10.0/24 and 192.168.20.0/24, which was never up
    And the gateway under test has brought a tunnel up
    When propagation is enabled for route table A
    Then route table A takes routes from exactly the virtual private gateway
    And route table A has exactly these routes within 60 s:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.10.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
      | 192.168.20.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |

  @tmsLink=VPN-ROUTE-06 @needs-ikev1 @needs-lan-host
  Scenario: [2] Propagate once a tunnel is up
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And a static VPN connection to the gateway under test with the routes 192.168.10.0/24 and 192.168.20.0/24, which was never up
    And route table A takes the routes of the virtual private gateway
    When 30 s go by, route table A is looked up, and the gateway under test brings a tunnel up
    Then it had the local route of 10.0.0.0/16 alone before
    And route table A has exactly these routes within 60 s:
      | destination     | target                  | origin                    | state  |
      | 10.0.0.0/16     | local                   | CreateRouteTable          | active |
      | 192.168.10.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
      | 192.168.20.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
