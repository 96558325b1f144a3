@control-plane
Feature: Cgw1 - A customer gateway, from creation to deletion

  @tmsLink=VPN-CGW-02 @tmsLink=VPN-API-20
  Scenario Outline: [1] Refuse a VPN connection whose customer gateway <is>
    Given a virtual private gateway
    When a VPN connection is created whose customer gateway <is>
    Then the request is refused, as <code>
    And there is no VPN connection

    Examples:
      | is                | code                               | why                     |
      | is not named      | MissingParameter                   | nothing to connect      |
      | never existed     | InvalidCustomerGatewayID.NotFound  | an id of nothing        |
      | was deleted       | InvalidCustomerGatewayID.NotFound  | an id of the past       |

  @tmsLink=VPN-CGW-03
  Scenario: [2] Show the address that was given
    Given an account without customer gateways
    When a customer gateway is created with the address 198.18.0.10
    Then DescribeCustomerGateways shows the address 198.18.0.10

  @tmsLink=VPN-CGW-07 @tmsLink=VPN-MIG-08
  Scenario: [3] Connect one customer gateway to two virtual private gateways
    Given a customer gateway with a VPN connection
    When it gets a VPN connection to another virtual private gateway
    Then it has 2 VPN connections, which become available within 60 s
    And their 4 tunnels have outside addresses of their own

  @tmsLink=VPN-CGW-08
  Scenario: [4] Answer with the customer gateway that is there when the same is asked for again
    Given a customer gateway with the address 198.18.0.10 and the ASN 65000
    When a customer gateway is created with the address 198.18.0.10 and the ASN 65000
    Then the answer shows the id of the first
    And there is 1 customer gateway

  @tmsLink=VPN-CGW-08
  Scenario Outline: [5] Make another customer gateway when <differs> differs
    Given a customer gateway with the address 198.18.0.10 and the ASN 65000
    When a customer gateway is created with the address <address> and the ASN <asn>
    Then there are 2 customer gateways

    Examples:
      | address     | asn   | differs     | why                  |
      | 198.18.0.10 | 65001 | the ASN     | same address         |
      | 198.18.0.11 | 65000 | the address | same ASN             |

  @tmsLink=VPN-CGW-09
  Scenario: [6] Show the states of a customer gateway in their order
    Given an account without customer gateways
    When a customer gateway is created, watched until it is available, deleted and watched for 60 s
    Then the states seen were among pending, available, deleting and deleted, in that order
    And the last state seen was deleted, or it is listed no more

  @tmsLink=VPN-LIM-01
  Scenario: [7] Allow 50 customer gateways in a region
    Given an account with 50 customer gateways
    When another customer gateway is created
    Then the request is refused, as CustomerGatewayLimitExceeded
    And there are 50 customer gateways, and room for one more when one is deleted
