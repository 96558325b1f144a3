@control-plane
Feature: Asn2 - The ASN of a customer gateway

  @tmsLink=VPN-ASN-09 @tmsLink=VPN-ASN-11
  Scenario Outline: [1] Take <asn> as the ASN of a customer gateway in <region>
    Given an account without customer gateways
    When a customer gateway is created in <region> with the ASN <asn>
    Then the answer and DescribeCustomerGateways in <region> show the customer ASN <asn>

    Examples:
      | asn   | region    | why                                  |
      | 1     | us-east-1 | the lowest                           |
      | 3356  | us-east-1 | a public one                         |
      | 64512 | us-east-1 | the lowest private one               |
      | 65000 | us-east-1 | somewhere in the private range       |
      | 65534 | us-east-1 | the highest private one              |
      | 7224  | eu-west-1 | reserved in another region           |
      | 9059  | us-east-1 | reserved in another region           |

  @tmsLink=VPN-ASN-11
  Scenario Outline: [2] Refuse <asn> as the ASN of a customer gateway in <region>
    Given an account without customer gateways
    When a customer gateway is created in <region> with the ASN <asn>
    Then the request is refused, as InvalidParameterValue
    And there is no customer gateway in <region>

    Examples:
      | asn   | region    | why                              |
      | 0     | us-east-1 | one below the range              |
      | 65535 | us-east-1 | one above the range              |
      | 7224  | us-east-1 | reserved in this region          |
      | 9059  | eu-west-1 | reserved in this region          |

  @tmsLink=VPN-ASN-11
  Scenario: [3] Note whether 23456, which stands for a 4-byte ASN, is taken
    Given an account without customer gateways
    When a customer gateway is created in us-east-1 with the ASN 23456
    Then it is noted whether the request was refused

  @tmsLink=VPN-ASN-15
  Scenario: [4] Leave the ASN of a customer gateway as it is when the same address comes with another
    Given a customer gateway with the ASN 65010 and a VPN connection
    When a customer gateway is created with the address of the first and the ASN 65020
    Then the answer shows an id of its own and the customer ASN 65020
    And the first customer gateway has the ASN 65010, also in the configuration of its VPN connection

  @tmsLink=VPN-HUB-03
  Scenario Outline: [5] Connect sites with the ASNs <one> and <other> to one virtual private gateway
    Given a virtual private gateway
    When customer gateways with the ASNs <one> and <other> get VPN connections to it
    Then both VPN connections exist, and their configurations show the customer ASNs <one> and <other>

    Examples:
      | one   | other | why                                                    |
      | 65010 | 65020 | each site has its own, as the hub needs it             |
      | 65010 | 65010 | the API takes what then lets the sites ignore each other |
