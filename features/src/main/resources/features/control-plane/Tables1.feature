@control-plane
Feature: Tables1 - Route tables and the subnets that they serve

  @tmsLink=VPN-ROUTE-22 @tmsLink=VPN-API-14
  Scenario: [1] Give a VPC its main route table
    Given an account without VPCs
    When a VPC 10.0.0.0/16 is created
    Then the VPC has 1 route table
    And route table main has one association, the main one, which names no subnet
    And the filter association.main finds exactly route table main
    And route table main has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |

  @tmsLink=VPN-ROUTE-23
  Scenario: [2] Make another route table with the local route
    Given a VPC 10.0.0.0/16 with the subnet 10.0.1.0/24
    When route table A is created
    Then route table A has exactly these routes:
      | destination | target | origin           | state  |
      | 10.0.0.0/16 | local  | CreateRouteTable | active |
    And route table A has no association

  @tmsLink=VPN-ROUTE-24
  Scenario: [3] Refuse a second route table for a subnet
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which is associated with route table A
    When subnet 10.0.1.0/24 is associated with route table B
    Then the request is refused, as Resource.AlreadyAssociated
    And subnet 10.0.1.0/24 is served by route table A

  @tmsLink=VPN-ROUTE-24
  Scenario: [4] Move a subnet to another route table
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which is associated with route table A
    When the association of subnet 10.0.1.0/24 is replaced by one with route table B
    Then subnet 10.0.1.0/24 is served by route table B
    And the answer has the id of the association that is there now
    And route table A has no association

  @tmsLink=VPN-ROUTE-24
  Scenario: [5] Serve many subnets with one route table
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which has no association
    And the subnet 10.0.2.0/24, which has no association
    When the subnets 10.0.1.0/24 and 10.0.2.0/24 are associated with route table A
    Then route table A is associated with exactly the subnets 10.0.1.0/24 and 10.0.2.0/24

  @tmsLink=VPN-ROUTE-24
  Scenario: [6] Serve a new subnet with the main route table
    Given a VPC 10.0.0.0/16 with the route tables A and B
    When the subnet 10.0.1.0/24 is created
    Then subnet 10.0.1.0/24 is served by route table main

  @tmsLink=VPN-ROUTE-25
  Scenario: [7] Keep the association of a subnet with the main route table when another becomes the main one
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which is associated with route table main
    When route table A is made the main one
    Then subnet 10.0.1.0/24 is served by route table main

  @tmsLink=VPN-ROUTE-26
  Scenario: [8] Make another route table the main one
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which has no association
    When route table A is made the main one
    Then route table A is the only main one
    And the answer has the id of the association that is there now
    And subnet 10.0.1.0/24 is served by route table A

  @tmsLink=VPN-ROUTE-27
  Scenario: [9] Protect the main route table from deletion
    Given a VPC 10.0.0.0/16 with the route tables A and B
    When route table main is deleted
    Then the request is refused, as DependencyViolation
    And route table main still exists

  @tmsLink=VPN-ROUTE-27
  Scenario: [10] Protect a route table while a subnet is associated with it
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which is associated with route table A
    When route table A is deleted
    Then the request is refused, as DependencyViolation
    And subnet 10.0.1.0/24 is served by route table A
    And route table A can be deleted once the association of subnet 10.0.1.0/24 is ended

  @tmsLink=VPN-ROUTE-28
  Scenario: [11] Fall back to the main route table when the association of a subnet is ended
    Given a VPC 10.0.0.0/16 with the route tables A and B
    And the subnet 10.0.1.0/24, which is associated with route table A
    When the association of subnet 10.0.1.0/24 is ended
    Then subnet 10.0.1.0/24 is served by route table main

  @tmsLink=VPN-LIM-11
  Scenario: [12] Allow 200 route tables in a VPC
    Given a VPC with 199 route tables beside the main one
    When route table A is created
    Then the request is refused, as RouteTableLimitExceeded
    And the VPC has 200 route tables
