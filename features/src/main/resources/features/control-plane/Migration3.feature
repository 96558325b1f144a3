@control-plane
Feature: Migration3 - Routes from the old virtual private gateway to the new one

  @tmsLink=VPN-MIG-15
  Scenario: [1] Have the new virtual private gateway propagate in place of the old one
    Given a VPC whose virtual private gateway has a VPN connection
    And the old virtual private gateway propagates to the route table
    When another virtual private gateway takes its place, and propagation goes over to it
    Then only the new virtual private gateway propagates to the route table
    And no route of the table leads to the old virtual private gateway

  @tmsLink=VPN-MIG-15
  Scenario: [2] Lead an entered route to the new virtual private gateway
    Given a VPC whose virtual private gateway has a VPN connection
    And a route to 10.20.0.0/16 leads to the old virtual private gateway
    When another virtual private gateway takes its place, and the route to 10.20.0.0/16 is replaced
    Then the route to 10.20.0.0/16 leads to the new virtual private gateway, and is active
    And no route of the table leads to the old virtual private gateway

  @tmsLink=VPN-MIG-15
  Scenario: [3] Show an entered route that was forgotten as a blackhole
    Given a VPC whose virtual private gateway has a VPN connection
    And a route to 10.20.0.0/16 leads to the old virtual private gateway
    When another virtual private gateway takes its place, and the route to 10.20.0.0/16 is left as it is
    Then the route to 10.20.0.0/16 leads to the old virtual private gateway, and is blackhole
