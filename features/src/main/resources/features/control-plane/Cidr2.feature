@control-plane
Feature: Cidr2 - Addresses inside a tunnel

  @tmsLink=VPN-CIDR-09
  Scenario: [1] Give the first address of the block to AWS and the second to the customer
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR 169.254.44.40/30 for tunnel 1
    Then its configuration shows 169.254.44.41 as inside address of the virtual private gateway and 169.254.44.42 as the customer's
    And its configuration says for both tunnels that network_mask of tunnel_inside_address is 255.255.255.252
    And its configuration says for both tunnels that network_cidr of tunnel_inside_address is 30
