@data-plane @needs-ikev1 @needs-lan-host
Feature: Keys2 - Pre-shared keys, tunnel by tunnel and exactly as written

  The pre-shared key of a tunnel authenticates its first IKE SA. Another key, however like it, does not.

  @tmsLink=VPN-PSK-06
  Scenario: [1] Complete main mode in both tunnels with the key of each
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN, with the keys AbCdEfGh.1234567 and ijklmnop_7654321
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then main mode is complete in both tunnels
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-PSK-06
  Scenario Outline: [2] Refuse <what> in the place of tunnel 1's key
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN, with the keys AbCdEfGh.1234567 and ijklmnop_7654321
    And the gateway is configured from the downloaded document, in which the key of tunnel 1 is <key>, and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 40 s
    Then main mode of tunnel 1 fails with the gateway's message 5, and is complete in tunnel 2
    And no ESP SA comes of tunnel 1, and no quick mode
    And vgwTelemetry shows tunnel 2 UP and tunnel 1 DOWN, by their outside addresses
    And nothing leaves the gateway in clear

    Examples:
      | what                         | key                            | why                               |
      | a key that ends differently  | AbCdEfGh.1234568               | one character is wrong            |
      | the key in lower case        | abcdefgh.1234567               | upper and lower case are distinct |
      | the key of tunnel 2          | ijklmnop_7654321               | each tunnel has its own           |
      | the key with a newline after | AbCdEfGh.1234567 and a newline | nothing is cut off                |
