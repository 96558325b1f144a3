@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @long
Feature: Limits1 - One hundred routes by BGP, and no more

  A route table takes 100 routes that BGP has brought (Amazon VPC User Guide, "Amazon VPC Limits"); whoever has more
  networks announces a default route. What becomes of the 101st route is not documented: either nothing, or the session
  ends. The report says which.

  @tmsLink=VPN-LIM-09 @needs-bgp-announce
  Scenario: [1] Take and propagate 100 routes
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces 100 networks of 24 bits, from 172.16.0.0 on
    Then vgwTelemetry counts 100 accepted routes of each tunnel
    And the route table of the VPC has all 100 as propagated routes
    And the session of tunnel 1 has never been interrupted
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-LIM-09 @needs-bgp-announce
  Scenario: [2] Propagate no more than 100 of 101 routes
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces 101 networks of 24 bits, from 172.16.0.0 on
    Then the AWS side has held each session, or has ended it with NOTIFICATION 6/1, as the report says
    And vgwTelemetry counts at most 100 accepted routes of each tunnel
    And the route table of the VPC has at most 100 of them as propagated routes
    And nothing leaves the gateway in clear

  @tmsLink=VPN-LIM-09 @needs-bgp-announce
  Scenario: [3] Go on with 100 routes where the AWS side passes over what is too many
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the AWS side is to pass over routes that are too many
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces 101 networks of 24 bits, from 172.16.0.0 on
    Then vgwTelemetry counts 100 accepted routes of each tunnel
    And the session of tunnel 1 has never been interrupted
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-LIM-10 @needs-local-networks
  Scenario: [4] Announce a default route or aggregates for 150 networks
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And behind the gateway are 150 networks of 24 bits, from 172.16.0.0 on
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then through each tunnel, the gateway announces at most 100 prefixes, which cover all 150 networks
    And a session is established through each tunnel
    And the session of tunnel 1 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-LIM-09 @needs-bgp-control
  Scenario: [5] Propagate no more than 100 routes of both tunnels together
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway announces 60 networks of 24 bits through tunnel 1, from 172.16.0.0 on, and 60 through tunnel 2, from 172.17.0.0 on
    Then vgwTelemetry counts 61 accepted routes of each tunnel
    And the route table of the VPC has 100 propagated routes
    And the session of tunnel 1 has never been interrupted
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear
