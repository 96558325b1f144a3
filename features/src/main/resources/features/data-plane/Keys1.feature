@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Keys1 - Pre-shared keys in force, and their replacement

  The key that is handed out is the key in force. A key that others know is replaced by deleting the connection and
  creating another between the same gateways.

  @tmsLink=VPN-PSK-08
  Scenario Outline: [1] Bring both tunnels up with <keys>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN, with <keys>
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And the gateway was configured with <keys>
    And nothing leaves the gateway in clear

    Examples:
      | keys                              | why                                          |
      | generated keys                    | AWS has chosen them                          |
      | keys of all 64 characters         | as long as may be, with period and underscore |

  @tmsLink=VPN-PSK-09
  Scenario: [2] Replace keys that others know by another connection between the same gateways
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a route of the VPC leads the LAN to the virtual private gateway, also while the tunnels are down
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the VPN connection is replaced, and the LAN host pings the host in the VPC with the old configuration, with the old keys and with the new configuration
    Then no ping was answered with the old configuration
    And no ping was answered with the old keys in the new configuration
    And pings were answered with the new configuration
    And the virtual private gateway is the same, and still attached to the VPC
