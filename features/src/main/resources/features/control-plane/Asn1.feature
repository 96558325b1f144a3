@control-plane
Feature: Asn1 - The Amazon-side ASN of a virtual private gateway

  A virtual private gateway gets its ASN when it is created, and keeps it.

  @tmsLink=VPN-ASN-01 @tmsLink=VPN-ASN-06 @tmsLink=VPN-ASN-07
  Scenario Outline: [1] Give a virtual private gateway the private ASN <asn> that was asked for
    Given an account without virtual private gateways
    When a virtual private gateway is created with the Amazon-side ASN <asn>
    Then the answer shows the Amazon-side ASN <asn>
    And DescribeVpnGateways shows the Amazon-side ASN <asn>

    Examples:
      | asn        | why                          |
      | 65001      | somewhere in the 16-bit range |
      | 64512      | lowest of the 16-bit range   |
      | 65534      | highest of the 16-bit range  |
      | 4200000000 | lowest of the 32-bit range   |
      | 4294967294 | highest of the 32-bit range  |

  @tmsLink=VPN-ASN-02
  Scenario Outline: [2] Give a virtual private gateway in <region> the ASN 64512 when none is asked for
    Given an account without virtual private gateways
    When a virtual private gateway is created in <region>
    Then the answer shows the Amazon-side ASN 64512

    Examples:
      | region         | why                                      |
      | us-east-1      | had 7224 until 2018-06-30                |
      | eu-west-1      | had a default of its own until 2018-06-30 |
      | ap-northeast-1 | had a default of its own until 2018-06-30 |
      | ap-southeast-1 | had a default of its own until 2018-06-30 |

  @tmsLink=VPN-ASN-03
  Scenario: [3] Keep the ASN while the virtual private gateway is used
    Given a virtual private gateway with the Amazon-side ASN 65001
    When it is attached to a VPC, gets a VPN connection, loses it and is detached
    Then DescribeVpnGateways shows the Amazon-side ASN 65001

  @tmsLink=VPN-ASN-04
  Scenario: [4] Find virtual private gateways by their ASN
    Given virtual private gateways with the Amazon-side ASNs 64512, 65001 and 4200000000
    When DescribeVpnGateways is asked for the amazon-side-asn 65001
    Then it lists exactly the virtual private gateway with the Amazon-side ASN 65001

  @tmsLink=VPN-ASN-05 @needs-lab
  Scenario Outline: [5] Keep the default ASN of the day of creation: <created> in <region>
    Given an account without virtual private gateways
    When a virtual private gateway comes into being in <region> on <created>
    Then DescribeVpnGateways in <region> shows the Amazon-side ASN <asn>

    Examples:
      | region         | created    | asn   | why                              |
      | ap-southeast-1 | 2018-06-29 | 17493 | Singapore                        |
      | ap-northeast-1 | 2018-06-29 | 10124 | Tokyo                            |
      | eu-west-1      | 2018-06-29 | 9059  | Ireland                          |
      | us-east-1      | 2018-06-29 | 7224  | every other region               |
      | eu-west-1      | 2018-06-30 | 64512 | the day from which the default changed |

  @tmsLink=VPN-ASN-06
  Scenario Outline: [6] Refuse the 16-bit ASN <asn>
    Given an account without virtual private gateways
    When a virtual private gateway is created with the Amazon-side ASN <asn>
    Then the request is refused, as InvalidParameterValue
    And there is no virtual private gateway

    Examples:
      | asn   | why                                |
      | 64511 | one below the range                |
      | 65535 | one above the range                |
      | 1     | a public ASN                       |
      | 0     | reserved                           |
      | 7224  | the default of earlier times       |
      | 23456 | stands for a 4-byte ASN (AS_TRANS) |

  @tmsLink=VPN-ASN-07
  Scenario Outline: [7] Refuse the 32-bit ASN <asn>
    Given an account without virtual private gateways
    When a virtual private gateway is created with the Amazon-side ASN <asn>
    Then the request is refused, as InvalidParameterValue
    And there is no virtual private gateway

    Examples:
      | asn        | why                       |
      | 4199999999 | one below the range       |
      | 4294967295 | one above the range       |
      | 4294967296 | more than 32 bits         |
      | 65536      | the first of 32 bits      |
      | -1         | all bits set, if unsigned |
