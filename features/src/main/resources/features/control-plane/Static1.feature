@control-plane
Feature: Static1 - Static routes of a VPN connection

  @tmsLink=VPN-STAT-03
  Scenario: [1] Keep the prefixes that were entered
    Given a static VPN connection that is available
    When the static routes 192.168.10.0/24 and 192.168.20.0/24 are created
    Then DescribeVpnConnections shows the static routes 192.168.10.0/24 and 192.168.20.0/24 available within 60 s

  @tmsLink=VPN-STAT-05
  Scenario: [2] Change a prefix by deleting it and entering another
    Given a static VPN connection that is available, with the static route 192.168.10.0/24
    When the static route 192.168.10.0/24 is deleted and 192.168.30.0/24 is created
    Then DescribeVpnConnections shows the static route 192.168.30.0/24 alone within 60 s

  @tmsLink=VPN-STAT-05
  Scenario: [3] Refuse to delete a prefix that was not entered
    Given a static VPN connection that is available, with the static route 192.168.10.0/24
    When the static route 192.168.11.0/24 is deleted
    Then the request is refused, as InvalidRoute.NotFound
    And DescribeVpnConnections shows the static route 192.168.10.0/24 alone within 60 s

  @tmsLink=VPN-STAT-09
  Scenario Outline: [4] Take <prefix> as a static route
    Given a static VPN connection that is available
    When the static route <prefix> is created
    Then DescribeVpnConnections shows the static route <prefix> alone within 60 s

    Examples:
      | prefix          | why                |
      | 172.0.0.0/8     | large              |
      | 192.168.10.0/24 | usual              |
      | 192.168.10.1/32 | one host           |

  @tmsLink=VPN-STAT-09
  Scenario Outline: [5] Refuse <prefix> as a static route
    Given a static VPN connection that is available
    When the static route <prefix> is created
    Then the request is refused, as InvalidParameterValue
    And DescribeVpnConnections shows no static route

    Examples:
      | prefix         | why                      |
      | 300.0.0.0/8    | no octet is above 255    |
      | 192.168.0.0/33 | longer than an address   |
      | 2001:db8::/32  | IPv6                     |
      | everywhere     | no prefix at all         |

  @tmsLink=VPN-API-19
  Scenario: [6] Refuse a static route on a VPN connection with dynamic routing
    Given a dynamic VPN connection that is available
    When the static route 192.168.10.0/24 is created
    Then the request is refused, as InvalidVpnConnection.InvalidType
    And DescribeVpnConnections shows no static route
