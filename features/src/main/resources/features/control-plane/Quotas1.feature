@control-plane @needs-lab
Feature: Quotas1 - Quotas that were raised

  @tmsLink=VPN-LIM-15
  Scenario: [1] Raise a quota for every virtual private gateway of a region, and in no other region
    Given the quota vpn-connections-of-a-gateway is raised to 11 in us-east-1
    When two virtual private gateways in us-east-1 and one in eu-west-1 are each asked for 12 VPN connections
    Then they have 11, 11 and 10 VPN connections
    And 4 requests were refused, as VpnConnectionLimitExceeded
