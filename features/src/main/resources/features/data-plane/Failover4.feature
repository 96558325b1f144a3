@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @long
Feature: Failover4 - From one tunnel of a dynamic connection to the other

  With a hold time of 30 s, a dead session is noticed before dead peer detection notices a dead peer.

  @tmsLink=VPN-FAIL-18 @tmsLink=VPN-FAIL-19 @tmsLink=VPN-FAIL-10 @tmsLink=VPN-FAIL-11
  Scenario Outline: [1] Lead what the LAN sends through the other tunnel within the hold time after <cause>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection of that VPC with the gateway under test, its routes propagated
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And both tunnels have accepted routes
    When <cause> befalls tunnel 1, 3 times, while the LAN host pings the host in the VPC 10 times a second
    Then each time, traffic was interrupted for 35 s at most
    And what was sent from 35 s after each failure until it was over went through the other tunnel
    And nothing leaves the gateway in clear

    Examples:
      | cause            | why                                           |
      | a silent failure | the hold time is over before the peer is dead |
      | a stop of BGP    | IPsec stays up, and no route leads there      |

  @tmsLink=VPN-FAIL-01 @tmsLink=VPN-FAIL-09
  Scenario Outline: [2] Lead what the VPC sends through the other tunnel within the hold time after <cause> of tunnel <tunnel>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection of that VPC with the gateway under test, its routes propagated
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And both tunnels have accepted routes
    When <cause> befalls tunnel <tunnel>, 3 times, while the host in the VPC pings the LAN host 10 times a second
    Then each time, traffic was interrupted for 35 s at most
    And what was sent from 35 s after each failure until it was over went through the other tunnel
    And the failed tunnel had 0 accepted routes each time
    And nothing leaves the gateway in clear

    Examples:
      | cause            | tunnel | why                                           |
      | a silent failure | 1      | the hold time is over before the peer is dead |
      | a stop of BGP    | 1      | IPsec stays up, and no route leads there      |
      | a stop of BGP    | 2      | the same for the other                        |

  @tmsLink=VPN-E2E-02 @tmsLink=VPN-STAT-02
  Scenario: [3] Have one prefix of the VPC and one of the LAN through each tunnel of a dynamic connection
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then a session is established through each tunnel
    And through each tunnel, the AWS side announces 10.0.0.0/16 and nothing else, with origin IGP, the path 64512, and its inside address as next hop
    And through each tunnel, the gateway announces its LAN or the default route
    And vgwTelemetry counts 1 accepted route of each tunnel
    And nothing leaves the gateway in clear
