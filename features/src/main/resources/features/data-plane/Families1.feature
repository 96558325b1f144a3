@data-plane @needs-lab
Feature: Families1 - IPv6 beside the tunnels

  A VPN connection carries no IPv6 (edition 2018-09), whatever the route tables say; the routes of the two families know
  nothing of each other.

  @tmsLink=VPN-IP6-01 @needs-ikev1 @needs-lan-host @needs-wire
  Scenario: [1] Carry no IPv6 packet in either direction
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And ::/0 leads to the virtual private gateway
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the host in the VPC sends an IPv6 packet to 2001:db8:20::10, and one for it comes to the AWS side in ESP
    Then no IPv6 packet has come to the host in the VPC
    And everything in ESP of the AWS side is IPv4, with no IPv6 inside
    And the AWS side has counted both packets as not IPv4
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IP6-01
  Scenario: [2] Take no IPv6 prefix as a static route
    Given a static VPN connection that is available
    When the static route 2001:db8::/32 is created
    Then the request is refused, as InvalidParameterValue
    And DescribeVpnConnections shows no static route

  @tmsLink=VPN-IP6-03
  Scenario: [3] Lead no IPv6 packet by a route of IPv4
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And 0.0.0.0/0 of the VPC leads to an internet gateway
    When the host in the VPC sends an IPv6 packet to 2001:db8:20::10 before ::/0 leads to the internet gateway and another after
    Then the first has found no route
    And the second has reached the internet gateway, and no other has
    And nothing is seen on the outside network
