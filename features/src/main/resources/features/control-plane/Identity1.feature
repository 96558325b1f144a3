@control-plane
Feature: Identity1 - Types and identifiers of gateways and VPN connections

  @tmsLink=VPN-GEN-03
  Scenario: [1] Show the type ipsec.1 of all three resources
    Given an account without VPCs
    When a virtual private gateway, a customer gateway and a VPN connection between them are created
    Then DescribeVpnGateways, DescribeCustomerGateways and DescribeVpnConnections show the type ipsec.1

  @tmsLink=VPN-GEN-03
  Scenario Outline: [2] Refuse a <resource> of the type "<type>"
    Given a virtual private gateway and a customer gateway
    When a <resource> of the type "<type>" is asked for
    Then the request is refused, as InvalidParameterValue
    And there are the two gateways and nothing else

    Examples:
      | resource                | type    | why                     |
      | virtual private gateway | ipsec.2 | there is no such type   |
      | virtual private gateway | IPSEC.1 | case counts             |
      | virtual private gateway |         | an empty type           |
      | customer gateway        | ipsec.2 | there is no such type   |
      | customer gateway        | IPSEC.1 | case counts             |
      | customer gateway        |         | an empty type           |
      | VPN connection          | ipsec.2 | there is no such type   |
      | VPN connection          | IPSEC.1 | case counts             |
      | VPN connection          |         | an empty type           |

  @tmsLink=VPN-GEN-03
  Scenario Outline: [3] Refuse a <resource> without a type
    Given a virtual private gateway and a customer gateway
    When a <resource> without a type is asked for
    Then the request is refused, as MissingParameter
    And there are the two gateways and nothing else

    Examples:
      | resource                | why                  |
      | virtual private gateway | the type is required |
      | customer gateway        | the type is required |
      | VPN connection          | the type is required |

  @tmsLink=VPN-GEN-05
  Scenario: [4] Give each of the three resources an identifier, and name the gateways in the connection
    Given an account without VPCs
    When a virtual private gateway, a customer gateway and a VPN connection between them are created
    Then their ids are vgw-, cgw- and vpn- with 8 or 17 hexadecimal digits in lower case
    And DescribeVpnConnections by its id shows it alone, with both gateways, type ipsec.1 and category VPN
    And its configuration names the three resources by their ids

  @tmsLink=VPN-GEN-06
  Scenario Outline: [5] Describe exactly the <resource> whose id is given
    Given 2 virtual private gateways, each with a customer gateway and a VPN connection
    When the first <resource> is described by the id that its creation showed
    Then exactly that id is listed

    Examples:
      | resource                | why                    |
      | virtual private gateway | one of two             |
      | customer gateway        | one of two             |
      | VPN connection          | one of two             |

  @tmsLink=VPN-GEN-06
  Scenario Outline: [6] Refuse to describe a <resource> by the id <id>
    Given a virtual private gateway and a customer gateway with a VPN connection
    When a <resource> is described by the id <id>
    Then the request is refused, as <code>

    Examples:
      | resource                | id                    | code                              | why                     |
      | virtual private gateway | vgw-00000000000000000 | InvalidVpnGatewayID.NotFound      | well formed, of nothing |
      | virtual private gateway | vgw-zurich            | InvalidVpnGatewayID.NotFound      | malformed               |
      | customer gateway        | cgw-00000000000000000 | InvalidCustomerGatewayID.NotFound | well formed, of nothing |
      | customer gateway        | cgw-zurich            | InvalidCustomerGatewayId.Malformed | malformed              |
      | VPN connection          | vpn-00000000000000000 | InvalidVpnConnectionID.NotFound   | well formed, of nothing |
      | VPN connection          | vpn-zurich            | InvalidVpnConnectionID.NotFound   | malformed               |
