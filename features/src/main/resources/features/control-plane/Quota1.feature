@control-plane
Feature: Quota1 - How many VPN connections a region may have

  @tmsLink=VPN-LIM-04
  Scenario: [1] Allow 50 VPN connections in a region
    Given 5 virtual private gateways with 10 VPN connections each
    When it gets another VPN connection
    Then the request is refused, as VpnConnectionLimitExceeded
    And there are 50 VPN connections, and room for one more when one is deleted
