@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Failover1 - From one tunnel of a static connection to the other

  The AWS side and the gateway ask a silent peer every 10 s and give it up after the third question; each direction is
  measured by itself.

  @tmsLink=VPN-FAIL-01
  Scenario Outline: [1] Send what the VPC sends through the other tunnel after <cause> of tunnel <tunnel>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When <cause> befalls tunnel <tunnel>, 3 times, while the host in the VPC pings the LAN host 10 times a second
    Then each time, traffic was interrupted for <bound> s at most
    And nothing was lost from then on until the failure was over
    And nothing leaves the gateway in clear

    Examples:
      | cause               | tunnel | bound | why                                          |
      | a silent failure    | 1      | 60    | dead peer detection has to notice            |
      | a silent failure    | 2      | 60    | the same for the other                       |
      | a Delete of its SAs | 1      | 10    | the AWS side knows at once                   |
      | a Delete of its SAs | 2      | 10    | the same for the other                       |

  @tmsLink=VPN-FAIL-18 @tmsLink=VPN-FAIL-19
  Scenario Outline: [2] Send what the LAN sends through the other tunnel after <cause> of tunnel <tunnel>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When <cause> befalls tunnel <tunnel>, 3 times, while the LAN host pings the host in the VPC 10 times a second
    Then each time, traffic was interrupted for <bound> s at most
    And nothing was lost from then on until the failure was over
    And nothing leaves the gateway in clear

    Examples:
      | cause               | tunnel | bound | why                                          |
      | a silent failure    | 1      | 60    | dead peer detection has to notice            |
      | a silent failure    | 2      | 60    | the same for the other                       |
      | a Delete of its SAs | 1      | 10    | the gateway is told                          |
      | a Delete of its SAs | 2      | 10    | the same for the other                       |

  @tmsLink=VPN-FAIL-02
  Scenario Outline: [3] Service tunnel <tunnel> while traffic of the VPC goes through the other
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When maintenance befalls tunnel <tunnel>, 1 time, while the host in the VPC pings the LAN host 10 times a second
    Then each time, traffic was interrupted for 60 s at most
    And what the VPC sent after the interruption went through the other tunnel
    And the other tunnel has stayed UP each time
    And tunnel <tunnel> is UP again within 120 s, at the same outside address
    And nothing leaves the gateway in clear

    Examples:
      | tunnel | why                                  |
      | 1      | the tunnel that is used by itself    |
      | 2      | traffic was led there before         |
