@control-plane
Feature: Cidr1 - CIDR blocks inside tunnels

  Each tunnel has a /30 out of 169.254.0.0/16; seven of these are reserved.

  @tmsLink=VPN-CIDR-01 @tmsLink=VPN-CIDR-11
  Scenario Outline: [1] Accept the inside CIDR <cidr>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR <cidr> for tunnel <tunnel>
    Then the VPN connection exists
    And its configuration shows <aws> as inside address of the virtual private gateway and <customer> as the customer's

    Examples:
      | cidr               | tunnel | aws             | customer        | why                                    |
      | 169.254.10.0/30    | 1      | 169.254.10.1    | 169.254.10.2    | somewhere in the range                 |
      | 169.254.10.0/30    | 2      | 169.254.10.1    | 169.254.10.2    | the other tunnel                       |
      | 169.254.0.4/30     | 1      | 169.254.0.5     | 169.254.0.6     | the lowest                             |
      | 169.254.255.252/30 | 1      | 169.254.255.253 | 169.254.255.254 | the highest                            |
      | 169.254.0.252/30   | 1      | 169.254.0.253   | 169.254.0.254   | neighbour below a reserved block       |
      | 169.254.1.4/30     | 1      | 169.254.1.5     | 169.254.1.6     | neighbour above a reserved block       |
      | 169.254.5.4/30     | 1      | 169.254.5.5     | 169.254.5.6     | neighbour above the last of the row    |
      | 169.254.6.0/30     | 1      | 169.254.6.1     | 169.254.6.2     | would be the next of the row           |
      | 169.254.169.248/30 | 1      | 169.254.169.249 | 169.254.169.250 | neighbour below the metadata address   |
      | 169.254.170.0/30   | 1      | 169.254.170.1   | 169.254.170.2   | neighbour above the metadata address   |

  @tmsLink=VPN-CIDR-01
  Scenario Outline: [2] Refuse the inside CIDR <cidr>, which is no /30
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR <cidr> for tunnel 1
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | cidr             | why                    |
      | 169.254.10.0/29  | one bit too few        |
      | 169.254.10.0/31  | one bit too many       |
      | 169.254.10.0/32  | a host                 |
      | 169.254.10.0/24  | much too large         |
      | 169.254.0.0/16   | the whole range        |
      | 169.254.10.0     | no length              |
      | 169.254.10.0/030 | a length in octal form |

  @tmsLink=VPN-CIDR-02
  Scenario Outline: [3] Refuse the inside CIDR <cidr>, which is not of 169.254.0.0/16
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR <cidr> for tunnel 1
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | cidr               | why                  |
      | 169.253.255.252/30 | just below the range |
      | 169.255.0.0/30     | just above the range |
      | 10.0.0.0/30        | a private address    |
      | 0.0.0.0/30         | the lowest of all    |

  @tmsLink=VPN-CIDR-03
  Scenario Outline: [4] Refuse the inside CIDR <cidr>, which has host bits
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR <cidr> for tunnel 1
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | cidr            | why                   |
      | 169.254.10.1/30 | first address of it   |
      | 169.254.10.2/30 | second address of it  |
      | 169.254.10.3/30 | broadcast address     |

  @tmsLink=VPN-CIDR-04
  Scenario Outline: [5] Refuse the reserved block <cidr> for tunnel <tunnel>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR <cidr> for tunnel <tunnel>
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | cidr               | tunnel | why                                        |
      | 169.254.0.0/30     | 1      | reserved                                   |
      | 169.254.0.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.1.0/30     | 1      | reserved                                   |
      | 169.254.1.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.2.0/30     | 1      | reserved                                   |
      | 169.254.2.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.3.0/30     | 1      | reserved                                   |
      | 169.254.3.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.4.0/30     | 1      | reserved                                   |
      | 169.254.4.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.5.0/30     | 1      | reserved                                   |
      | 169.254.5.0/30     | 2      | reserved, other tunnel                     |
      | 169.254.169.252/30 | 1      | next to the metadata address               |
      | 169.254.169.252/30 | 2      | next to the metadata address, other tunnel |

  @tmsLink=VPN-CIDR-05
  Scenario Outline: [6] Refuse a block that another connection of the virtual private gateway has, for tunnel <tunnel>
    Given a VPN connection with the inside CIDR 169.254.44.0/30 for tunnel 1
    And another customer gateway
    When a VPN connection is created with the inside CIDR 169.254.44.0/30 for tunnel <tunnel>
    Then the request is refused, as InvalidCidr.InUse
    And there is 1 VPN connection, the one that was there before

    Examples:
      | tunnel | why              |
      | 1      | the same tunnel  |
      | 2      | the other tunnel |

  @tmsLink=VPN-CIDR-05
  Scenario: [7] Refuse a block that AWS has assigned to another connection of the virtual private gateway
    Given a VPN connection without any tunnel option
    And another customer gateway
    When a VPN connection is created with a block that AWS assigned to the first
    Then the request is refused, as InvalidCidr.InUse
    And there is 1 VPN connection, the one that was there before

  @tmsLink=VPN-CIDR-05
  Scenario: [8] Accept another block on the same virtual private gateway
    Given a VPN connection with the inside CIDR 169.254.44.0/30 for tunnel 1
    And another customer gateway
    When a VPN connection is created with the inside CIDR 169.254.45.0/30 for tunnel 1
    Then the VPN connection exists
    And there are 2 VPN connections

  @tmsLink=VPN-CIDR-06
  Scenario: [9] Refuse one block for both tunnels
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the inside CIDR 169.254.44.0/30 for both tunnels
    Then the request is refused, as InvalidCidr.InUse
    And there is no VPN connection

  @tmsLink=VPN-CIDR-07
  Scenario: [10] Accept a block that a connection of another virtual private gateway has
    Given a VPN connection with the inside CIDR 169.254.44.0/30 for tunnel 1
    And another virtual private gateway and another customer gateway
    When a VPN connection is created with the inside CIDR 169.254.44.0/30 for tunnel 1
    Then the VPN connection exists
    And there are 2 VPN connections

  @tmsLink=VPN-CIDR-08
  Scenario: [11] Assign blocks that may be used and differ on one virtual private gateway
    Given 5 virtual private gateways and 10 customer gateways
    When each pair of them gets a VPN connection without any tunnel option
    Then each of the 100 inside CIDRs is a /30 of 169.254.0.0/16 that is not reserved
    And no two tunnels of one virtual private gateway have the same inside CIDR
