@control-plane
Feature: Switch1 - No call that switches a tunnel off

  A tunnel is taken down at the customer gateway, or by a fault on the way. The EC2 API of the edition has no call for it.

  @tmsLink=VPN-TUN-16
  Scenario Outline: [1] Refuse <action>, which would take a tunnel down
    Given one of each resource in use, and one of each that is not
    When <action>, with <parameters>, is sent as a signed POST
    Then the answer is the error InvalidAction, with the status 400
    And every describe shows what it showed before

    Examples:
      | action                 | parameters                                                                                                  | why                                   |
      | DisableVpnTunnel       | VpnConnectionId={VPN connection} VpnTunnelOutsideIpAddress=198.51.100.129                                   | never was an action                   |
      | ReplaceVpnTunnel       | VpnConnectionId={VPN connection} VpnTunnelOutsideIpAddress=198.51.100.129                                   | an action of later editions           |
      | ModifyVpnTunnelOptions | VpnConnectionId={VPN connection} VpnTunnelOutsideIpAddress=198.51.100.129 TunnelOptions.PreSharedKey=another | takes a tunnel down in later editions |
