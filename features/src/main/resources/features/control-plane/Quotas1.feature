@control-plane @needs-lab
Feature: Quotas1 - Quotas that were raised

  @tmsLink=VPN-LIM-15
  Scenario: [1] Raise a quota for every virtual private gateway of a region, and in no other region
    Given the quota vpn-connections-of-a-gateway is raised to 11 in us-east-1
    When two virtual private gateways in us-east-1 and one in eu-west-1 are each asked for 12 VPN connections
    Then they have 11, 11 and 10 VPN connections
    And 4 requests were refused, as VpnConnectionLimitExceeded

  @tmsLink=VPN-LIM-07
  Scenario: [2] Allow 100 routes in a route table once the quota is raised to that
    Given the quota routes-of-a-table is raised to 100 in us-east-1
    And a VPC 10.0.0.0/16 with the route tables A and B
    And an attached internet gateway and an attached virtual private gateway
    And route table A has 100 routes of IPv4 to the virtual private gateway
    When a route of table A is created from 192.168.100.0/24 to the virtual private gateway
    Then the request is refused, as RouteLimitExceeded
    And route table A has 100 routes of IPv4 and 0 of IPv6, all created, beside the local one

  @tmsLink=VPN-LIM-07
  Scenario: [3] Raise the quota of routes in a table no further than 100
    Given an account without VPCs
    When the quota routes-of-a-table is to be raised to 101 in us-east-1
    Then it is not raised, since it can be raised to 100
