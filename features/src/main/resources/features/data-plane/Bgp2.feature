@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @long
Feature: Bgp2 - Routes that BGP brings

  The AWS side announces the blocks of the attached VPC, the gateway what is behind it; what the gateway announces is
  propagated to the route tables of the VPC.

  @tmsLink=VPN-BGP-06
  Scenario: [1] Announce the block of the VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then through each tunnel, the AWS side announces 10.0.0.0/16 and nothing else, with origin IGP, the path 64512, and its inside address as next hop
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-06
  Scenario: [2] Announce the second block of the VPC, too
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the VPC has a second block 10.1.0.0/16
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then through each tunnel, the AWS side announces 10.0.0.0/16, 10.1.0.0/16 and nothing else, with origin IGP, the path 64512, and its inside address as next hop
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-06
  Scenario: [3] Withdraw the block of a VPC that the virtual private gateway is detached from
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the virtual private gateway is detached from the VPC
    Then through each tunnel, the AWS side has withdrawn 10.0.0.0/16
    And the session of tunnel 1 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-07
  Scenario: [4] Take what the gateway announces, and propagate it
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then through each tunnel, the gateway announces its LAN or the default route
    And the route table of the VPC has what the gateway announces as propagated routes
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-07 @needs-bgp-announce
  Scenario Outline: [5] Take <announced>, and propagate it
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces <announced> instead
    Then vgwTelemetry counts <count> accepted routes of each tunnel
    And the route table of the VPC has <announced> as the propagated routes
    And nothing leaves the gateway in clear

    Examples:
      | announced                         | count | why                         |
      | 0.0.0.0/0                         | 1     | the default route           |
      | 192.168.10.0/24                   | 1     | one prefix that is specific |
      | 192.168.10.0/24, 192.168.12.0/22  | 2     | two of different lengths    |

  @tmsLink=VPN-BGP-11
  Scenario: [6] Carry traffic both ways without a static route
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the LAN host pings the host in the VPC 5 times
    Then all 5 pings are answered
    And no static route was entered on the connection
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-18 @needs-bgp-announce
  Scenario: [7] Forget a prefix that is withdrawn, and keep the session
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And the routes 192.168.10.0/24, 192.168.11.0/24, 192.168.12.0/24 are announced by the gateway
    When the gateway announces 192.168.10.0/24, 192.168.12.0/24 instead
    Then vgwTelemetry counts 2 accepted routes of each tunnel
    And the route table of the VPC has 192.168.10.0/24, 192.168.12.0/24 as the propagated routes
    And the session of tunnel 1 has never been interrupted
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-19
  Scenario: [8] Exchange no prefix without a session
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document, in which the AS of the AWS side is 64513, and started
    And both tunnels are up
    When a route leads the LAN to the virtual private gateway, and the host in the VPC pings the LAN host 5 times
    Then nothing that the host in the VPC sent went into a tunnel
    And vgwTelemetry counts 0 accepted routes of each tunnel
    And the route table of the VPC has no propagated route
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-21 @needs-bgp-control
  Scenario: [9] Leave a route alone whose path has the own AS in it
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces 192.168.10.0/24 through each tunnel with the path 65000 64512
    Then vgwTelemetry counts 1 accepted route of each tunnel
    And the route table of the VPC has what the gateway announced before as propagated routes
    And the session of tunnel 1 has never been interrupted
    And nothing leaves the gateway in clear
