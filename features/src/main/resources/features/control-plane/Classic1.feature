@control-plane @needs-lab
Feature: Classic1 - AWS Classic VPN beside AWS VPN

  AWS makes no AWS Classic VPN connections any more; those of the scenarios come into being as they did before there was
  AWS VPN. What exists on AWS VPN only is refused for them.

  @tmsLink=VPN-CAT-06
  Scenario: [1] Tell AWS Classic VPN from AWS VPN by the category
    Given a virtual private gateway with an AWS Classic VPN connection
    And another virtual private gateway and another customer gateway
    When a static VPN connection is created
    Then DescribeVpnConnections shows the category VPN-Classic for the first connection and VPN for the last

  @tmsLink=VPN-CAT-01
  Scenario Outline: [2] Show the category <category> in every state of a connection
    Given a virtual private gateway and a customer gateway
    When an <kind> connection is created, described until it is available, deleted, and described until it is deleted or gone
    Then it was described pending or available, and each time in the category <category>

    Examples:
      | kind            | category    | why                    |
      | AWS VPN         | VPN         | what is made today     |
      | AWS Classic VPN | VPN-Classic | what was made before   |

  @tmsLink=VPN-TUN-12
  Scenario Outline: [3] Refuse a pre-shared key for tunnel <tunnel> of an AWS Classic VPN connection
    Given a virtual private gateway and a customer gateway
    And connections come into being as AWS Classic VPN
    When a VPN connection is created with the pre-shared key "a.key.of.ours" for tunnel <tunnel>
    Then the request is refused, as InvalidParameterCombination
    And there is no VPN connection

    Examples:
      | tunnel | why        |
      | 1      | the first  |
      | 2      | the second |

  @tmsLink=VPN-TUN-12
  Scenario Outline: [4] Refuse an inside CIDR for tunnel <tunnel> of an AWS Classic VPN connection
    Given a virtual private gateway and a customer gateway
    And connections come into being as AWS Classic VPN
    When a VPN connection is created with the inside CIDR 169.254.44.0/30 for tunnel <tunnel>
    Then the request is refused, as InvalidParameterCombination
    And there is no VPN connection

    Examples:
      | tunnel | why        |
      | 1      | the first  |
      | 2      | the second |

  @tmsLink=VPN-ASN-13
  Scenario Outline: [5] Refuse an AWS Classic VPN connection of a virtual private gateway with the chosen ASN <asn>
    Given a virtual private gateway with the Amazon-side ASN <asn>
    And another customer gateway
    And connections come into being as AWS Classic VPN
    When a dynamic VPN connection is attempted
    Then the request is refused, as UnsupportedOperation
    And there is no VPN connection

    Examples:
      | asn        | why        |
      | 65001      | of 16 bits |
      | 4200000001 | of 32 bits |

  @tmsLink=VPN-ASN-13
  Scenario Outline: [6] Have an AWS Classic VPN connection speak BGP with the ASN of its gateway's day: <day>
    Given a virtual private gateway that came into being on <day>
    And another customer gateway
    And connections come into being as AWS Classic VPN
    When a dynamic VPN connection is attempted
    Then its configuration has no attribute, and BGP with ASN <asn> at AWS, 65000 at the customer and hold time 30

    Examples:
      | day        | asn   | why                                       |
      | 2018-06-29 | 7224  | the default of most regions until this day |
      | 2018-06-30 | 64512 | the default from this day                 |

  @tmsLink=VPN-CAT-03
  Scenario: [7] Refuse an AWS Classic VPN connection of a customer gateway with a 4-byte ASN
    Given a virtual private gateway and a customer gateway with the ASN 4200000001
    And connections come into being as AWS Classic VPN
    When a dynamic VPN connection is attempted
    Then the request is refused, as UnsupportedOperation
    And there is no VPN connection

  @tmsLink=VPN-CAT-03
  Scenario: [8] Refuse a second AWS Classic VPN connection of one customer gateway address
    Given a virtual private gateway with an AWS Classic VPN connection
    And another virtual private gateway for the same customer gateway
    And connections come into being as AWS Classic VPN
    When a dynamic VPN connection is attempted
    Then the request is refused, as InvalidCustomerGateway.DuplicateIpAddress
    And the first VPN connection is the only one
