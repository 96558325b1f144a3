@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Algorithms1 - What AWS VPN takes, in pairs

  Every two of the documented values, of one phase or of both, are together in some row: ciphers AES-128 and AES-256,
  SHA-1 and SHA-256, groups 2, 14 to 18 and 22 to 24 in phase 1, and group 5 as well in phase 2. A test of the kit makes
  the table and counts the pairs. The gateway is told by the downloaded document, in which the values are replaced.

  @tmsLink=VPN-IKE-04 @tmsLink=VPN-IKE-05 @tmsLink=VPN-IKE-06 @tmsLink=VPN-ESP-02 @tmsLink=VPN-ESP-03 @tmsLink=VPN-ESP-06
  Scenario Outline: [1] Take AES-<bits 1>, <hash 1>, group <group 1> in phase 1 and AES-<bits 2>, <hash 2>, group <group 2> in phase 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash     | group     |
      | 1      | 1     | AES-<bits 1> | <hash 1> | <group 1> |
      | 1      | 2     | AES-<bits 2> | <hash 2> | <group 2> |
    When the LAN host pings through tunnel 1 until an answer comes, for at most 60 s
    Then the AWS side chose in phase 1 of tunnel 1:
      | encryption   | hash     | group     |
      | AES-<bits 1> | <hash 1> | <group 1> |
    And the AWS side chose in phase 2 of tunnel 1:
      | encryption   | hash     | group     |
      | AES-<bits 2> | <hash 2> | <group 2> |
    And ESP of tunnel 1 opens in both directions, in whole blocks:
      | key bits | ICV octets |
      | <bits 2> | <ICV>      |
    And DescribeVpnConnections shows tunnel 1 UP within 10 s
    And nothing leaves the gateway in clear

    Examples:
      | bits 1 | hash 1  | group 1 | bits 2 | hash 2  | group 2 | ICV | why                    |
      | 128    | SHA-1   | 2       | 128    | SHA-1   | 2       | 12  | group 2 with group 2   |
      | 256    | SHA-1   | 2       | 128    | SHA-256 | 5       | 16  | group 2 with group 5   |
      | 128    | SHA-256 | 2       | 256    | SHA-1   | 14      | 12  | group 2 with group 14  |
      | 256    | SHA-256 | 2       | 256    | SHA-256 | 15      | 16  | group 2 with group 15  |
      | 128    | SHA-1   | 2       | 128    | SHA-1   | 16      | 12  | group 2 with group 16  |
      | 256    | SHA-1   | 2       | 128    | SHA-256 | 17      | 16  | group 2 with group 17  |
      | 128    | SHA-256 | 2       | 256    | SHA-1   | 18      | 12  | group 2 with group 18  |
      | 256    | SHA-256 | 2       | 256    | SHA-256 | 22      | 16  | group 2 with group 22  |
      | 128    | SHA-1   | 2       | 128    | SHA-1   | 23      | 12  | group 2 with group 23  |
      | 256    | SHA-1   | 2       | 128    | SHA-256 | 24      | 16  | group 2 with group 24  |
      | 256    | SHA-1   | 14      | 256    | SHA-1   | 2       | 12  | group 14 with group 2  |
      | 128    | SHA-1   | 14      | 256    | SHA-256 | 5       | 16  | group 14 with group 5  |
      | 256    | SHA-256 | 14      | 128    | SHA-1   | 14      | 12  | group 14 with group 14 |
      | 128    | SHA-256 | 14      | 128    | SHA-256 | 15      | 16  | group 14 with group 15 |
      | 256    | SHA-1   | 14      | 256    | SHA-1   | 16      | 12  | group 14 with group 16 |
      | 128    | SHA-1   | 14      | 256    | SHA-256 | 17      | 16  | group 14 with group 17 |
      | 256    | SHA-256 | 14      | 128    | SHA-1   | 18      | 12  | group 14 with group 18 |
      | 128    | SHA-256 | 14      | 128    | SHA-256 | 22      | 16  | group 14 with group 22 |
      | 256    | SHA-1   | 14      | 256    | SHA-1   | 23      | 12  | group 14 with group 23 |
      | 128    | SHA-1   | 14      | 256    | SHA-256 | 24      | 16  | group 14 with group 24 |
      | 128    | SHA-256 | 15      | 128    | SHA-256 | 2       | 16  | group 15 with group 2  |
      | 256    | SHA-256 | 15      | 128    | SHA-1   | 5       | 12  | group 15 with group 5  |
      | 128    | SHA-1   | 15      | 256    | SHA-256 | 14      | 16  | group 15 with group 14 |
      | 256    | SHA-1   | 15      | 256    | SHA-1   | 15      | 12  | group 15 with group 15 |
      | 128    | SHA-256 | 15      | 128    | SHA-256 | 16      | 16  | group 15 with group 16 |
      | 256    | SHA-256 | 15      | 128    | SHA-1   | 17      | 12  | group 15 with group 17 |
      | 128    | SHA-1   | 15      | 256    | SHA-256 | 18      | 16  | group 15 with group 18 |
      | 256    | SHA-1   | 15      | 256    | SHA-1   | 22      | 12  | group 15 with group 22 |
      | 128    | SHA-256 | 15      | 128    | SHA-256 | 23      | 16  | group 15 with group 23 |
      | 256    | SHA-256 | 15      | 128    | SHA-1   | 24      | 12  | group 15 with group 24 |
      | 256    | SHA-256 | 16      | 256    | SHA-256 | 2       | 16  | group 16 with group 2  |
      | 128    | SHA-256 | 16      | 256    | SHA-1   | 5       | 12  | group 16 with group 5  |
      | 256    | SHA-1   | 16      | 128    | SHA-256 | 14      | 16  | group 16 with group 14 |
      | 128    | SHA-1   | 16      | 128    | SHA-1   | 15      | 12  | group 16 with group 15 |
      | 256    | SHA-256 | 16      | 256    | SHA-256 | 16      | 16  | group 16 with group 16 |
      | 128    | SHA-256 | 16      | 256    | SHA-1   | 17      | 12  | group 16 with group 17 |
      | 256    | SHA-1   | 16      | 128    | SHA-256 | 18      | 16  | group 16 with group 18 |
      | 128    | SHA-1   | 16      | 128    | SHA-1   | 22      | 12  | group 16 with group 22 |
      | 256    | SHA-256 | 16      | 256    | SHA-256 | 23      | 16  | group 16 with group 23 |
      | 128    | SHA-256 | 16      | 256    | SHA-1   | 24      | 12  | group 16 with group 24 |
      | 128    | SHA-1   | 17      | 128    | SHA-1   | 2       | 12  | group 17 with group 2  |
      | 256    | SHA-1   | 17      | 128    | SHA-256 | 5       | 16  | group 17 with group 5  |
      | 128    | SHA-256 | 17      | 256    | SHA-1   | 14      | 12  | group 17 with group 14 |
      | 256    | SHA-256 | 17      | 256    | SHA-256 | 15      | 16  | group 17 with group 15 |
      | 128    | SHA-1   | 17      | 128    | SHA-1   | 16      | 12  | group 17 with group 16 |
      | 256    | SHA-1   | 17      | 128    | SHA-256 | 17      | 16  | group 17 with group 17 |
      | 128    | SHA-256 | 17      | 256    | SHA-1   | 18      | 12  | group 17 with group 18 |
      | 256    | SHA-256 | 17      | 256    | SHA-256 | 22      | 16  | group 17 with group 22 |
      | 128    | SHA-1   | 17      | 128    | SHA-1   | 23      | 12  | group 17 with group 23 |
      | 256    | SHA-1   | 17      | 128    | SHA-256 | 24      | 16  | group 17 with group 24 |
      | 256    | SHA-1   | 18      | 256    | SHA-1   | 2       | 12  | group 18 with group 2  |
      | 128    | SHA-1   | 18      | 256    | SHA-256 | 5       | 16  | group 18 with group 5  |
      | 256    | SHA-256 | 18      | 128    | SHA-1   | 14      | 12  | group 18 with group 14 |
      | 128    | SHA-256 | 18      | 128    | SHA-256 | 15      | 16  | group 18 with group 15 |
      | 256    | SHA-1   | 18      | 256    | SHA-1   | 16      | 12  | group 18 with group 16 |
      | 128    | SHA-1   | 18      | 256    | SHA-256 | 17      | 16  | group 18 with group 17 |
      | 256    | SHA-256 | 18      | 128    | SHA-1   | 18      | 12  | group 18 with group 18 |
      | 128    | SHA-256 | 18      | 128    | SHA-256 | 22      | 16  | group 18 with group 22 |
      | 256    | SHA-1   | 18      | 256    | SHA-1   | 23      | 12  | group 18 with group 23 |
      | 128    | SHA-1   | 18      | 256    | SHA-256 | 24      | 16  | group 18 with group 24 |
      | 128    | SHA-256 | 22      | 128    | SHA-256 | 2       | 16  | group 22 with group 2  |
      | 256    | SHA-256 | 22      | 128    | SHA-1   | 5       | 12  | group 22 with group 5  |
      | 128    | SHA-1   | 22      | 256    | SHA-256 | 14      | 16  | group 22 with group 14 |
      | 256    | SHA-1   | 22      | 256    | SHA-1   | 15      | 12  | group 22 with group 15 |
      | 128    | SHA-256 | 22      | 128    | SHA-256 | 16      | 16  | group 22 with group 16 |
      | 256    | SHA-256 | 22      | 128    | SHA-1   | 17      | 12  | group 22 with group 17 |
      | 128    | SHA-1   | 22      | 256    | SHA-256 | 18      | 16  | group 22 with group 18 |
      | 256    | SHA-1   | 22      | 256    | SHA-1   | 22      | 12  | group 22 with group 22 |
      | 128    | SHA-256 | 22      | 128    | SHA-256 | 23      | 16  | group 22 with group 23 |
      | 256    | SHA-256 | 22      | 128    | SHA-1   | 24      | 12  | group 22 with group 24 |
      | 256    | SHA-256 | 23      | 256    | SHA-256 | 2       | 16  | group 23 with group 2  |
      | 128    | SHA-256 | 23      | 256    | SHA-1   | 5       | 12  | group 23 with group 5  |
      | 256    | SHA-1   | 23      | 128    | SHA-256 | 14      | 16  | group 23 with group 14 |
      | 128    | SHA-1   | 23      | 128    | SHA-1   | 15      | 12  | group 23 with group 15 |
      | 256    | SHA-256 | 23      | 256    | SHA-256 | 16      | 16  | group 23 with group 16 |
      | 128    | SHA-256 | 23      | 256    | SHA-1   | 17      | 12  | group 23 with group 17 |
      | 256    | SHA-1   | 23      | 128    | SHA-256 | 18      | 16  | group 23 with group 18 |
      | 128    | SHA-1   | 23      | 128    | SHA-1   | 22      | 12  | group 23 with group 22 |
      | 256    | SHA-256 | 23      | 256    | SHA-256 | 23      | 16  | group 23 with group 23 |
      | 128    | SHA-256 | 23      | 256    | SHA-1   | 24      | 12  | group 23 with group 24 |
      | 128    | SHA-1   | 24      | 128    | SHA-1   | 2       | 12  | group 24 with group 2  |
      | 256    | SHA-1   | 24      | 128    | SHA-256 | 5       | 16  | group 24 with group 5  |
      | 128    | SHA-256 | 24      | 256    | SHA-1   | 14      | 12  | group 24 with group 14 |
      | 256    | SHA-256 | 24      | 256    | SHA-256 | 15      | 16  | group 24 with group 15 |
      | 128    | SHA-1   | 24      | 128    | SHA-1   | 16      | 12  | group 24 with group 16 |
      | 256    | SHA-1   | 24      | 128    | SHA-256 | 17      | 16  | group 24 with group 17 |
      | 128    | SHA-256 | 24      | 256    | SHA-1   | 18      | 12  | group 24 with group 18 |
      | 256    | SHA-256 | 24      | 256    | SHA-256 | 22      | 16  | group 24 with group 22 |
      | 128    | SHA-1   | 24      | 128    | SHA-1   | 23      | 12  | group 24 with group 23 |
      | 256    | SHA-1   | 24      | 128    | SHA-256 | 24      | 16  | group 24 with group 24 |
