@data-plane @needs-ikev1 @needs-lan-host @needs-wire
Feature: Replay1 - ESP that comes late

  The configurations for Cisco devices widen the anti-replay window to 128 packets, against reordering on the way.

  @tmsLink=VPN-ESP-10
  Scenario Outline: [1] Take an ESP packet that comes <late> packets late
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When an echo reply of the host in the VPC comes to the gateway <late> packets late
    Then the late one has arrived with the others
    And no message deletes or replaces an SA of either tunnel
    And a ping with 56 octets of data is answered
    And nothing leaves the gateway in clear

    Examples:
      | late | why                               |
      | 1    | the neighbour has overtaken it    |
      | 32   | the least window of RFC 4303      |
      | 63   | the last of a window of 64        |
      | 100  | beyond the default of devices     |
      | 127  | the last of a window of 128       |

  @tmsLink=VPN-ESP-10
  Scenario Outline: [2] Drop an ESP packet that comes <late> packets late, and keep the SA
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When an echo reply of the host in the VPC comes to the gateway <late> packets late
    Then all but the late one have arrived
    And no message deletes or replaces an SA of either tunnel
    And a ping with 56 octets of data is answered
    And nothing leaves the gateway in clear

    Examples:
      | late | why                          |
      | 1024 | beyond any window in use     |
