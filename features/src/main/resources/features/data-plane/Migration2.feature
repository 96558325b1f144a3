@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Migration2 - Traffic while AWS VPN takes the place of AWS Classic VPN

  Connectivity ends when the old virtual private gateway loses its routes or its VPC, and returns when the new one has
  both and its tunnels are up.

  @tmsLink=VPN-MIG-01
  Scenario Outline: [1] Move a VPC and its customer gateway from AWS Classic VPN to AWS VPN, with <routes> routes
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with <routes> routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the VPC and the gateway are moved to a new connection, and the LAN host pings the host in the VPC 10 times
    Then the new connection is in the category VPN
    And the route table leads the LAN to the new virtual private gateway, and nothing to the old one
    And all 10 pings came back through the tunnels of the new connection

    Examples:
      | routes     | why                                  |
      | propagated | propagation goes over to the new one |
      | entered    | the route is changed to the new one  |

  @tmsLink=VPN-MIG-13
  Scenario: [2] Take the routes of the old virtual private gateway away with its propagation
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When propagation from the old virtual private gateway is disabled
    Then the route table has neither a route to the LAN nor a propagating virtual private gateway

  @tmsLink=VPN-MIG-05
  Scenario Outline: [3] Lose connectivity with <routes> routes when <moment>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with <routes> routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC while propagation is disabled and then the virtual private gateway detached
    Then pings were answered until <moment>
    And no ping was answered from then on

    Examples:
      | routes     | moment                                      | why                               |
      | propagated | propagation is disabled                     | the route goes with propagation   |
      | entered    | the old virtual private gateway is detached | the route stays, and leads nowhere |

  @tmsLink=VPN-MIG-06
  Scenario Outline: [4] Restore connectivity with the last of attachment, routes and tunnels, in the order <order>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And a new connection is ready, and the old virtual private gateway has lost its routes and its VPC
    When the LAN host pings the host in the VPC while the new connection gets <order>
    Then no ping was answered before the last of them
    And pings were answered afterwards
    And the length of the outage is noted

    Examples:
      | order                       | why                                         |
      | attachment, routes, tunnels | as documented: the device is switched last  |
      | attachment, tunnels, routes | tunnels that are up, but no way to them     |
      | tunnels, attachment, routes | tunnels of an unattached gateway            |

  @tmsLink=VPN-MIG-16
  Scenario: [5] Begin the new tunnels from the customer side
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with entered routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And a new connection is ready, and the VPC has been moved to it
    When the gateway goes over to the new connection after the host in the VPC has pinged the LAN host for 5 s
    Then the first message of each tunnel comes from UDP port 500 of the gateway
    And DescribeVpnConnections shows both tunnels UP within 60 s
    And the gateway sends nothing to the old tunnels for 30 s

  @tmsLink=VPN-MIG-18
  Scenario: [6] Go back to the old connection while it exists
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And a new connection is ready, and the VPC and the gateway have been moved to it
    When the VPC and the gateway are moved back, and the LAN host pings the host in the VPC 10 times
    Then all 10 pings came back through the tunnels of the old connection
    And the old connection is in the category VPN-Classic

  @tmsLink=VPN-MIG-12
  Scenario: [7] Try a connection with a test VPC first
    Given a VPC 10.0.0.0/16 with a host at 10.0.9.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the LAN host reaches the host in the VPC
    When the virtual private gateway is moved to a VPC 10.0.0.0/16 with a host at 10.0.1.10, and the LAN host pings that host 10 times
    Then all 10 pings came back through the tunnels of the connection
    And the connection has the id and the configuration that it had with the first VPC
