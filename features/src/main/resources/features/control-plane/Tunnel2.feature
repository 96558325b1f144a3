@control-plane
Feature: Tunnel2 - Tunnel options: what is left out, and what cannot be changed

  The options that are given here are 169.254.44.0/30 and key.of.tunnel.1 for the first tunnel, 169.254.44.4/30 and
  key.of.tunnel.2 for the second. A request cannot say that it means the second tunnel alone; which tunnel gets a single
  set of options is noted.

  @tmsLink=VPN-TUN-09
  Scenario Outline: [1] Fill in what is left out when <one> and <other> are given
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with <one> for the first tunnel and <other> for the second
    Then its configuration shows <one> for one tunnel and <other> for the next as given
    And what was left out is a block of 169.254.0.0/16 that may be used or a key of 32 letters and digits

    Examples:
      | one     | other   | why                          |
      | nothing | nothing | AWS chooses all four         |
      | a block | nothing | one set of options           |
      | a key   | nothing | one set of options           |
      | both    | nothing | one set of options           |
      | a block | a block | the keys are left out        |
      | a block | a key   | each tunnel lacks one        |
      | a block | both    | one key is left out          |
      | a key   | a block | each tunnel lacks one        |
      | a key   | a key   | the blocks are left out      |
      | a key   | both    | one block is left out        |
      | both    | a block | one key is left out          |
      | both    | a key   | one block is left out        |
      | both    | both    | nothing is left out          |

  @tmsLink=VPN-TUN-10
  Scenario: [2] Leave the tunnels as they are when the VPN connection is asked for with other options
    Given a VPN connection with 169.254.44.0/30 and key.of.tunnel.1, 169.254.44.4/30 and key.of.tunnel.2
    When a VPN connection of the same gateways is asked for with 169.254.45.0/30 and key.of.tunnel.3, 169.254.45.4/30 and key.of.tunnel.4
    Then its configuration shows 169.254.44.0/30 with key.of.tunnel.1 and 169.254.44.4/30 with key.of.tunnel.2, in that order

  @tmsLink=VPN-TUN-10
  Scenario: [3] Know no call that changes the options of a tunnel
    Given a VPN connection with 169.254.44.0/30 and key.of.tunnel.1, 169.254.44.4/30 and key.of.tunnel.2
    When ModifyVpnTunnelOptions asks for key.of.tunnel.3 for its first tunnel
    Then the request is refused, as InvalidAction
    And its configuration shows 169.254.44.0/30 with key.of.tunnel.1 and 169.254.44.4/30 with key.of.tunnel.2, in that order

  @tmsLink=VPN-TUN-11
  Scenario: [4] Take other options for a new VPN connection after the old one is deleted
    Given a VPN connection with 169.254.44.0/30 and key.of.tunnel.1, 169.254.44.4/30 and key.of.tunnel.2
    When it is deleted, and created again with 169.254.45.0/30 and key.of.tunnel.3, 169.254.45.4/30 and key.of.tunnel.4
    Then the id is another
    And its configuration shows 169.254.45.0/30 with key.of.tunnel.3 and 169.254.45.4/30 with key.of.tunnel.4, in that order

  @tmsLink=VPN-TUN-13
  Scenario: [5] Refuse the options of a third tunnel
    Given a virtual private gateway and a customer gateway
    When a VPN connection is asked for with the options of 3 tunnels
    Then the request is refused, as InvalidParameterValue
    And there is no VPN connection

  @tmsLink=VPN-TUN-14
  Scenario: [6] Keep the outside addresses while time passes and the virtual private gateway is detached and attached
    Given a VPN connection whose virtual private gateway is attached to a VPC
    When it is described 100 times, 10 s apart, while its virtual private gateway is detached and attached again
    Then every time its configuration and its telemetry showed the same 2 outside addresses
