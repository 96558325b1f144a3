@control-plane
Feature: Tunnel1 - The two tunnels of a VPN connection

  @tmsLink=VPN-TUN-01 @tmsLink=VPN-TUN-02
  Scenario Outline: [1] Give a <routing> VPN connection two tunnels with outside addresses of their own
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then its configuration has 2 tunnels
    And DescribeVpnConnections shows the telemetry of 2 tunnels
    And the outside addresses in the configuration differ and are those of the telemetry

    Examples:
      | routing | why                                  |
      | static  | has the attribute NoBGPVPNConnection |
      | dynamic | has BGP                              |
