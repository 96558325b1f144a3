@data-plane @needs-ikev1 @needs-lan-host @long @slow
Feature: Algorithms4 - Every combination that AWS VPN takes

  36 combinations in phase 1, each with the 40 of phase 2: 1,440 tunnels. Algorithms1 has every pair of values in 90.

  @tmsLink=VPN-IKE-04 @tmsLink=VPN-IKE-05 @tmsLink=VPN-IKE-06 @tmsLink=VPN-ESP-02 @tmsLink=VPN-ESP-03 @tmsLink=VPN-ESP-06
  Scenario Outline: [1] Take AES-<bits>, <hash> and group <group> in phase 1 with every combination in phase 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption | hash   | group   |
      | 1      | 1     | AES-<bits> | <hash> | <group> |
    When the LAN host pings through tunnel 1 under each of these combinations in phase 2:
      | encryption | AES-128, AES-256                      |
      | hash       | SHA-1, SHA-256                        |
      | group      | 2, 5, 14, 15, 16, 17, 18, 22, 23, 24  |
    Then 40 combinations in phase 2 were chosen as offered, and carried pings
    And the AWS side chose in phase 1 of tunnel 1:
      | encryption | hash   | group   |
      | AES-<bits> | <hash> | <group> |
    And nothing leaves the gateway in clear

    Examples:
      | bits | hash    | group | why                        |
      | 128  | SHA-1   | 2     | one of the 36 combinations |
      | 128  | SHA-1   | 14    | one of the 36 combinations |
      | 128  | SHA-1   | 15    | one of the 36 combinations |
      | 128  | SHA-1   | 16    | one of the 36 combinations |
      | 128  | SHA-1   | 17    | one of the 36 combinations |
      | 128  | SHA-1   | 18    | one of the 36 combinations |
      | 128  | SHA-1   | 22    | one of the 36 combinations |
      | 128  | SHA-1   | 23    | one of the 36 combinations |
      | 128  | SHA-1   | 24    | one of the 36 combinations |
      | 128  | SHA-256 | 2     | one of the 36 combinations |
      | 128  | SHA-256 | 14    | one of the 36 combinations |
      | 128  | SHA-256 | 15    | one of the 36 combinations |
      | 128  | SHA-256 | 16    | one of the 36 combinations |
      | 128  | SHA-256 | 17    | one of the 36 combinations |
      | 128  | SHA-256 | 18    | one of the 36 combinations |
      | 128  | SHA-256 | 22    | one of the 36 combinations |
      | 128  | SHA-256 | 23    | one of the 36 combinations |
      | 128  | SHA-256 | 24    | one of the 36 combinations |
      | 256  | SHA-1   | 2     | one of the 36 combinations |
      | 256  | SHA-1   | 14    | one of the 36 combinations |
      | 256  | SHA-1   | 15    | one of the 36 combinations |
      | 256  | SHA-1   | 16    | one of the 36 combinations |
      | 256  | SHA-1   | 17    | one of the 36 combinations |
      | 256  | SHA-1   | 18    | one of the 36 combinations |
      | 256  | SHA-1   | 22    | one of the 36 combinations |
      | 256  | SHA-1   | 23    | one of the 36 combinations |
      | 256  | SHA-1   | 24    | one of the 36 combinations |
      | 256  | SHA-256 | 2     | one of the 36 combinations |
      | 256  | SHA-256 | 14    | one of the 36 combinations |
      | 256  | SHA-256 | 15    | one of the 36 combinations |
      | 256  | SHA-256 | 16    | one of the 36 combinations |
      | 256  | SHA-256 | 17    | one of the 36 combinations |
      | 256  | SHA-256 | 18    | one of the 36 combinations |
      | 256  | SHA-256 | 22    | one of the 36 combinations |
      | 256  | SHA-256 | 23    | one of the 36 combinations |
      | 256  | SHA-256 | 24    | one of the 36 combinations |
