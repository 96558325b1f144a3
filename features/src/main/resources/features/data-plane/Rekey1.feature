@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Rekey1 - Renewal of SAs by the gateway

  Phase 1 lives for 28,800 s and phase 2 for 3,600 s. The gateway renews both before they end, and no packet is lost.

  @tmsLink=VPN-IKE-07 @tmsLink=VPN-ESP-04
  Scenario Outline: [1] Propose a lifetime of <lifetime> s in phase <phase>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each phase <phase> proposal of the gateway has a lifetime of <lifetime> s
    And nothing leaves the gateway in clear

    Examples:
      | phase | lifetime | why                        |
      | 1     | 28800    | eight hours for the IKE SA |
      | 2     | 3600     | one hour for the ESP SAs   |

  @tmsLink=VPN-IKE-07
  Scenario: [2] Renew phase 1 before its end, under traffic
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC every 60 s for 30000 s
    Then the gateway has renewed each IKE SA within 28800 s
    And every ping was answered, once
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-04 @tmsLink=VPN-ESP-07
  Scenario: [3] Renew phase 2 before its end, under traffic
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel every 5 s for 7200 s
    Then the gateway has renewed each pair of ESP SAs within 3600 s
    And every ping was answered, once
    And each pair of ESP SAs has SPIs of its own, begins with number 1, and carries nothing a second after the next one was made
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-07
  Scenario: [4] Renew sooner where the gateway is configured for shorter lifetimes
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured for lifetimes of 3600 s and 1200 s in the two phases, and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel every 10 s for 7500 s
    Then the gateway has renewed each IKE SA within 3600 s
    And the gateway has renewed each pair of ESP SAs within 1200 s
    And every ping was answered, once
    And nothing leaves the gateway in clear
