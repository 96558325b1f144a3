@control-plane
Feature: Connection1 - A VPN connection, from creation to its first use

  @tmsLink=VPN-API-13 @tmsLink=VPN-CGW-06 @tmsLink=VPN-CFG-03
  Scenario Outline: [1] Hand out the configuration of a <routing> VPN connection at once
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then the answer shows it pending or available, with its configuration
    And DescribeVpnConnections shows the same configuration

    Examples:
      | routing | why                  |
      | static  | routes entered       |
      | dynamic | routes through BGP   |

  @tmsLink=VPN-API-12
  Scenario: [2] Answer with the VPN connection that is there when the same is asked for again
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created twice
    Then there is 1 VPN connection, the one that was there before
    And both answers show its id

  @tmsLink=VPN-CAT-02 @tmsLink=VPN-CAT-07
  Scenario Outline: [3] Show a new <routing> VPN connection as AWS VPN
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then DescribeVpnConnections by its id shows it alone, with both gateways, type ipsec.1 and category VPN

    Examples:
      | routing | why                  |
      | static  | routes entered       |
      | dynamic | routes through BGP   |

  @tmsLink=VPN-API-32
  Scenario: [4] Show whether routing is static, and no tunnel options
    Given a virtual private gateway and a customer gateway
    When a static VPN connection is created
    Then DescribeVpnConnections shows static routing and no tunnel options

  @tmsLink=VPN-TUN-08 @tmsLink=VPN-PSK-07
  Scenario: [5] Give each tunnel the options that were given for it
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created with 169.254.44.0/30 and key.of.tunnel.1 for tunnel 1, 169.254.44.4/30 and key.of.tunnel.2 for tunnel 2
    Then its configuration shows 169.254.44.0/30 with key.of.tunnel.1 and 169.254.44.4/30 with key.of.tunnel.2, in that order

  @tmsLink=VPN-ASN-08
  Scenario Outline: [6] Refuse a VPN connection between gateways that both have the ASN <asn>
    Given a virtual private gateway and a customer gateway that both have the ASN <asn>
    When a dynamic VPN connection is attempted
    Then the request is refused, as AsnConflict
    And there is no VPN connection

    Examples:
      | asn        | why               |
      | 64512      | of 16 bits        |
      | 4200000001 | of 32 bits        |

  @tmsLink=VPN-CFG-07 @tmsLink=VPN-STAT-01
  Scenario: [7] Leave BGP out of the configuration of a static VPN connection
    Given a virtual private gateway and a customer gateway
    When a static VPN connection is created
    Then its configuration has the attribute NoBGPVPNConnection and nothing of BGP
    And DescribeVpnConnections shows static routing and no tunnel options

  @tmsLink=VPN-CFG-07
  Scenario: [8] Write both ASNs into the configuration of a dynamic VPN connection
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created
    Then its configuration has no attribute, and BGP with ASN 64512 at AWS, 65000 at the customer and hold time 30

  @tmsLink=VPN-LIM-05
  Scenario: [9] Allow 10 VPN connections of a virtual private gateway
    Given a virtual private gateway with 10 VPN connections
    When it gets another VPN connection
    Then the request is refused, as VpnConnectionLimitExceeded
    And there are 10 VPN connections
    And another virtual private gateway can get one

  @tmsLink=VPN-API-07
  Scenario: [10] Refuse to describe several VPN connections when one of the ids is unknown
    Given a virtual private gateway and a customer gateway with a VPN connection
    When DescribeVpnConnections is asked for it and for vpn-00000000000000000
    Then the request is refused, as InvalidVpnConnectionID.NotFound

  @tmsLink=VPN-API-07
  Scenario: [11] Describe exactly the VPN connections that are asked for
    Given a virtual private gateway with 3 VPN connections
    When DescribeVpnConnections is asked for the first and the third
    Then it shows exactly these two
