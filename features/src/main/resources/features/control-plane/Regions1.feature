@control-plane
Feature: Regions1 - Regions side by side

  @tmsLink=VPN-API-25
  Scenario: [1] Keep what is in one region out of the others
    Given a virtual private gateway and a customer gateway with a VPN connection
    When another region is asked for its virtual private gateways, customer gateways and VPN connections
    Then it lists none of them
    And it knows none of their ids
