@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Algorithms3 - What is agreed on when there is a choice

  @tmsLink=VPN-IKE-17
  Scenario Outline: [1] Agree on <first> in tunnel 1 and on <second> in tunnel 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption | hash     | group     |
      | 1      | 1     | <cipher 1> | <hash 1> | <group 1> |
      | 1      | 2     | <cipher 1> | <hash 1> | <group 1> |
      | 2      | 1     | <cipher 2> | <hash 2> | <group 2> |
      | 2      | 2     | <cipher 2> | <hash 2> | <group 2> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the AWS side chose in phase 1 of tunnel 1:
      | encryption | hash     | group     |
      | <cipher 1> | <hash 1> | <group 1> |
    And the AWS side chose in phase 2 of tunnel 1:
      | encryption | hash     | group     |
      | <cipher 1> | <hash 1> | <group 1> |
    And the AWS side chose in phase 1 of tunnel 2:
      | encryption | hash     | group     |
      | <cipher 2> | <hash 2> | <group 2> |
    And the AWS side chose in phase 2 of tunnel 2:
      | encryption | hash     | group     |
      | <cipher 2> | <hash 2> | <group 2> |
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

    Examples:
      | first       | second      | cipher 1 | hash 1  | group 1 | cipher 2 | hash 2  | group 2 | why                        |
      | the minimum | more        | AES-128  | SHA-1   | 2       | AES-256  | SHA-256 | 14      | the stronger one is second |
      | more        | the minimum | AES-256  | SHA-256 | 14      | AES-128  | SHA-1   | 2       | the stronger one is first  |
      | a subgroup  | the largest | AES-128  | SHA-256 | 24      | AES-256  | SHA-1   | 18      | nothing in common          |

  @tmsLink=VPN-IKE-13
  Scenario: [2] Take the values of the downloaded document as they are
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the AWS side chose in phase 1 of tunnel 1:
      | encryption | hash  | group |
      | AES-128    | SHA-1 | 2     |
    And the AWS side chose in phase 2 of tunnel 1:
      | encryption | hash  | group |
      | AES-128    | SHA-1 | 2     |
    And the AWS side chose in phase 1 of tunnel 2:
      | encryption | hash  | group |
      | AES-128    | SHA-1 | 2     |
    And the AWS side chose in phase 2 of tunnel 2:
      | encryption | hash  | group |
      | AES-128    | SHA-1 | 2     |
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-06 @tmsLink=VPN-ESP-02
  Scenario: [3] Pass over offers that are refused, and take the first of the others
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption              | hash           | group    |
      | 1      | 1     | 3DES, AES-256, AES-128  | SHA-256        | 5, 16, 2 |
      | 1      | 2     | AES-192, AES-128, 3DES  | MD5, SHA-256   | 15       |
    When the LAN host pings through tunnel 1 until an answer comes, for at most 60 s
    Then the AWS side chose in phase 1 of tunnel 1:
      | encryption | hash    | group |
      | AES-256    | SHA-256 | 16    |
    And the AWS side chose in phase 2 of tunnel 1:
      | encryption | hash    | group |
      | AES-128    | SHA-256 | 15    |
    And DescribeVpnConnections shows tunnel 1 UP within 10 s
    And nothing leaves the gateway in clear
