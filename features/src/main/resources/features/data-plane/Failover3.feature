@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Failover3 - Gateways with one tunnel at a time, and gateways that watch their tunnels

  @tmsLink=VPN-FAIL-03 @needs-standby
  Scenario: [1] Go over to the other tunnel within minutes with one tunnel at a time
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is to have one tunnel up at a time
    And the gateway is configured from the downloaded document and started
    And tunnel 1 alone is up
    When tunnel 1 fails while the LAN host pings the host in the VPC 10 times a second for 330 s
    Then what the LAN host sent was interrupted for 300 s at most, and came through tunnel 2 from then on
    And DescribeVpnConnections shows tunnel 1 DOWN and tunnel 2 UP
    And nothing leaves the gateway in clear

  @tmsLink=VPN-STAT-08 @needs-ping-monitor @needs-wire
  Scenario: [2] Leave a tunnel that carries no pings, though its peer is alive
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is to watch its tunnels by pings
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When ESP alone is lost on tunnel 1 while the LAN host pings the host in the VPC 10 times a second for 60 s
    Then what the LAN host sent was interrupted for 15 s at most, and came through tunnel 2 from then on
    And the status of tunnel 1 is still UP
    And nothing leaves the gateway in clear
