@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Idle1 - Tunnels without traffic, and with a monitor's pings

  @tmsLink=VPN-TUN-06
  Scenario: [1] Leave it to the gateway to raise a tunnel that went down while it was idle
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When 120 s go by without traffic, and the status of the tunnels is watched
    Then where a tunnel went down, its status changed, the AWS side began nothing, and the next ping brings it up
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-07
  Scenario: [2] Keep tunnels up through which a monitor pings
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel every 5 s for 600 s, and the status of the tunnels is watched
    Then the status of both tunnels is UP, and has not changed since
    And no main mode was begun since
    And nothing leaves the gateway in clear
