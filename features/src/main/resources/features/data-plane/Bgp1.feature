@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @long
Feature: Bgp1 - Sessions of BGP through the tunnels of a dynamic connection

  A session runs between the inside addresses of each tunnel, with a hold time of 30 s (Amazon VPC Network Administrator
  Guide, "Generic Customer Gateway Device Using BGP").

  @tmsLink=VPN-BGP-01 @tmsLink=VPN-BGP-02
  Scenario: [1] Hold one session through each tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then one BGP session is held through each tunnel, between its inside addresses, of version 4
    And through each tunnel, the gateway announces its LAN or the default route
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-03
  Scenario: [2] Send BGP through the tunnels only
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then BGP went through the tunnels, and none of it outside ESP
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-04 @tmsLink=VPN-ASN-12 @tmsLink=VPN-ASN-14
  Scenario Outline: [3] Speak for AS <aws side> and AS <gateway>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC, with AS <aws side>, and the gateway under test, with AS <gateway>
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 60 s go by
    Then the AWS side says AS <aws side> in its OPEN through each tunnel
    And with AS numbers of four octets
    And the gateway says AS <gateway> in its OPEN through each tunnel
    And a session is established through each tunnel
    And vgwTelemetry counts 1 accepted route of each tunnel
    And nothing leaves the gateway in clear

    Examples:
      | aws side   | gateway    | why                                      |
      | 64512      | 65000      | both of two octets, as by default        |
      | 65100      | 65010      | both of two octets, neither the default  |
      | 64512      | 65536      | the lowest number of four octets         |
      | 4200000000 | 2147483647 | both of four octets                      |

  @tmsLink=VPN-BGP-04
  Scenario: [4] Refuse an AWS side of another AS
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document, in which the AS of the AWS side is 64513, and started
    When both tunnels are raised, and 60 s go by
    Then the gateway has answered with NOTIFICATION 2/2 through tunnel 1
    And vgwTelemetry counts 0 accepted routes of each tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ASN-14
  Scenario: [5] Refuse a gateway of another AS while its tunnels stay up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document, in which the AS of the gateway is 65001, and started
    When both tunnels are raised, and 60 s go by
    Then the AWS side has answered with NOTIFICATION 2/2 through tunnel 1
    And vgwTelemetry counts 0 accepted routes of each tunnel
    And vgwTelemetry shows both tunnels UP all the same
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-05 @long
  Scenario: [6] Keep a session alive by a message every 10 s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 120 s go by
    Then the hold time that comes of both OPENs is 30 s on each session
    And the gateway sends a message at least every 10 s on each session
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-05
  Scenario: [7] Give a session up when nothing has come for 30 s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the AWS side falls silent on tunnel 1 for 45 s
    Then the gateway ends the session of tunnel 1 with NOTIFICATION 4, 30 s after the last message it got
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-08
  Scenario: [8] Establish a session within 60 s, and tell the reader of more than 30 s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    When both tunnels are raised, and 75 s go by
    Then a session is established through each tunnel within 60 s of its ESP SAs
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-20 @needs-bgp-control
  Scenario Outline: [9] Answer <what> with a NOTIFICATION, and start again
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When the gateway sends <octets> on the session of tunnel 1, and 45 s go by
    Then the AWS side has answered with NOTIFICATION <code>/<subcode> through tunnel 1
    And the session of tunnel 1 has been established anew
    And the session of tunnel 2 has never been interrupted
    And nothing leaves the gateway in clear

    Examples:
      | what                            | octets                                                                                               | code | subcode | why                                                               |
      | a marker with a zero            | 00ffffffffffffffffffffffffffffff001304                                                               | 1    | 1       | the two sides are out of step                                     |
      | a length of 18                  | ffffffffffffffffffffffffffffffff001204                                                               | 1    | 2       | shorter than a header                                             |
      | a message of type 9             | ffffffffffffffffffffffffffffffff001309                                                               | 1    | 3       | no type that exists                                               |
      | a prefix of 33 bits             | ffffffffffffffffffffffffffffffff001c0200000000210a000000                                             | 3    | 10      | no prefix of IPv4 is longer than 32                               |
      | an unknown well-known attribute | ffffffffffffffffffffffffffffffff003202000000174001010040020602010000fde8400304a9fe0a0240630018c0a80a | 3    | 2       | a route with attribute 99, which every speaker would have to know |
