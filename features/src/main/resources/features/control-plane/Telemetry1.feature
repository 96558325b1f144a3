@control-plane
Feature: Telemetry1 - What is said of each tunnel

  @tmsLink=VPN-TUN-18 @needs-ikev1 @needs-lan-host
  Scenario: [1] Report the status of each tunnel, one being up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of tunnel 1 for at most 60 s
    Then vgwTelemetry shows tunnel 1 UP and tunnel 2 DOWN, by their outside addresses
    And the last change of tunnel 1 is newer than before, and newer than that of tunnel 2
    And vgwTelemetry has a message and a number of accepted routes for each tunnel
