@control-plane
Feature: Psk1 - Pre-shared keys of tunnels

  A key has 8 to 64 characters out of letters, digits, period and underscore, and does not start with zero. Keys are
  written with \uXXXX for characters that a table cannot show.

  @tmsLink=VPN-PSK-01 @tmsLink=VPN-PSK-02 @tmsLink=VPN-PSK-03
  Scenario Outline: [1] Accept the pre-shared key <key>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the pre-shared key "<key>" for tunnel 1
    Then the VPN connection exists
    And its configuration shows the pre-shared key "<key>" for one tunnel

    Examples:
      | key                                                              | why                                |
      | abcdefgh                                                         | the shortest                       |
      | ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._ | the longest: every character there is |
      | a0000000                                                         | zeros, but not first               |
      | 10000000                                                         | starts with another digit          |
      | .0000000                                                         | starts with a period               |
      | _0000000                                                         | starts with an underscore          |

  @tmsLink=VPN-PSK-01
  Scenario Outline: [2] Refuse a pre-shared key that is <why>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the pre-shared key "<key>" for tunnel 1
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | key                                                                                                                              | why                     |
      | a                                                                                                                                | one character long      |
      | abcdefg                                                                                                                          | one character too short |
      | ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._A                                                                | one character too long  |
      | ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._ | twice too long          |

  @tmsLink=VPN-PSK-02
  Scenario Outline: [3] Refuse the pre-shared key <key>, which starts with zero, for tunnel <tunnel>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with the pre-shared key "<key>" for tunnel <tunnel>
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | key                                                              | tunnel | why                |
      | 0abcdefg                                                         | 1      | the shortest       |
      | 0abcdefg                                                         | 2      | the other tunnel   |
      | 00000000                                                         | 1      | nothing but zeros  |
      | 0ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzABCDEFGHIJK | 1      | the longest        |

  @tmsLink=VPN-PSK-03
  Scenario Outline: [4] Refuse a pre-shared key with <why>
    Given a virtual private gateway and a customer gateway
    When VPN connections are asked for with <character> first, in the middle and last in their pre-shared keys
    Then all 3 requests are refused, as InvalidParameterValue
    And there is no VPN connection

    Examples:
      | character | why                     |
      | -         | a hyphen                |
      | +         | a plus sign             |
      | /         | a slash                 |
      | =         | an equals sign          |
      | \u0020    | a space                 |
      | \u0009    | a tab                   |
      | !         | an exclamation mark     |
      | @         | an at sign              |
      | #         | a number sign           |
      | $         | a dollar sign           |
      | %         | a percent sign          |
      | &         | an ampersand            |
      | *         | an asterisk             |
      | (         | an opening parenthesis  |
      | )         | a closing parenthesis   |
      | ,         | a comma                 |
      | ;         | a semicolon             |
      | :         | a colon                 |
      | \u0022    | a quotation mark        |
      | \u00e9    | a letter with an accent |
      | \uff21    | a full-width letter     |
      | \u0000    | a zero character        |
      | \u000a    | a line feed             |

  @tmsLink=VPN-PSK-04 @tmsLink=VPN-PSK-05
  Scenario: [5] Generate pre-shared keys of 32 letters and digits that differ
    Given 5 virtual private gateways and 10 customer gateways
    When each pair of them gets a VPN connection without any tunnel option
    Then each of the 100 pre-shared keys has 32 characters, letters and digits only, and does not start with 0
    And no two of the pre-shared keys are the same
