@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Rekey2 - Renewal of SAs by the AWS side

  The gateway is configured for lifetimes that are longer than those of the AWS side, and so leaves the renewal to it.

  @tmsLink=VPN-IKE-10 @tmsLink=VPN-IKE-07 @tmsLink=VPN-IKE-11
  Scenario: [1] Take the AWS side's renewal of phase 1 shortly before its end
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured for lifetimes of 86400 s and 3600 s in the two phases, and started
    And both tunnels are up
    When the LAN host pings the host in the VPC every 60 s for 29000 s
    Then the AWS side has renewed phase 1 of each tunnel between 27000 s and 28800 s after its beginning, and the gateway has answered
    And every ping was answered, once
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-11
  Scenario: [2] Take the AWS side's renewal of phase 2 shortly before its end
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured for lifetimes of 28800 s and 86400 s in the two phases, and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel every 5 s for 3700 s
    Then the AWS side has renewed phase 2 of each tunnel between 3240 s and 3600 s after its beginning, and the gateway has answered
    And every ping was answered, once
    And each pair of ESP SAs has SPIs of its own, begins with number 1, and carries nothing a second after the next one was made
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-11 @needs-wire
  Scenario: [3] Keep one pair of SAs when both sides renew phase 2 at once
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway's quick modes are lost until the AWS side has begun its own, while the LAN host pings the AWS side's inside address of each tunnel every 5 s for 3700 s
    Then both sides have begun to renew phase 2 of each tunnel, and one renewal came of it
    And every ping was answered, once
    And in the last minute each side has sent through one SA of each tunnel
    And nothing leaves the gateway in clear
