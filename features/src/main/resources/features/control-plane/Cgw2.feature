@control-plane
Feature: Cgw2 - The address of a customer gateway

  @tmsLink=VPN-FAIL-06
  Scenario: [1] Take a second customer gateway with another public address
    Given a customer gateway with the address 198.18.0.10 and the ASN 65000
    When a customer gateway is created with the address 198.51.100.10 and the ASN 65000
    Then there are 2 customer gateways

  @tmsLink=VPN-CGW-03
  Scenario Outline: [2] Refuse a customer gateway with the address "<address>"
    Given an account without customer gateways
    When a customer gateway is attempted with the address "<address>"
    Then the request is refused, as InvalidParameterValue
    And there is no customer gateway

    Examples:
      | address          | why                     |
      | not-an-ip        | a name                  |
      | 256.1.1.1        | no octet is above 255   |
      | 198.51.100       | an octet too few        |
      | 198.51.100.10/32 | a network               |
      | 2001:db8::1      | IPv6                    |
      |                  | nothing                 |

  @tmsLink=VPN-CGW-03 @tmsLink=VPN-FAIL-06 @needs-lab
  Scenario Outline: [3] Refuse a customer gateway with the address <address>, which the internet does not route
    Given an account without customer gateways
    When a customer gateway is attempted with the address "<address>"
    Then the request is refused, as InvalidParameterValue
    And there is no customer gateway

    Examples:
      | address         | why                         |
      | 10.1.2.3        | private                     |
      | 10.0.0.1        | private                     |
      | 172.16.0.1      | private                     |
      | 192.168.1.1     | private                     |
      | 100.64.0.1      | shared by carriers          |
      | 127.0.0.1       | the host itself             |
      | 169.254.1.1     | link-local                  |
      | 224.0.0.1       | multicast                   |
      | 0.0.0.0         | this network                |
      | 255.255.255.255 | broadcast                   |
