@data-plane @needs-ikev1 @needs-bgp @needs-lan-host @needs-lab @long
Feature: Bgp3 - Sessions of BGP with gateways that are set up in other ways

  The lower of two hold times holds (RFC 4271, section 4.2); a speaker of old knows AS numbers of two octets only (RFC
  6793, section 4.2.2).

  @tmsLink=VPN-BGP-05
  Scenario: [1] Agree on 30 s with a gateway that offers a hold time of 90 s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document, in which its hold time is 90 s, and started
    When both tunnels are raised, and 120 s go by
    Then the gateway offers a hold time of 90 s on each session
    And the hold time that comes of both OPENs is 30 s on each session
    And the gateway sends a message at least every 10 s on each session
    And nothing leaves the gateway in clear

  @tmsLink=VPN-BGP-05
  Scenario Outline: [2] Settle it at once with a gateway that offers a hold time of <seconds> s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document, in which its hold time is <seconds> s, and started
    When both tunnels are raised, and 120 s go by
    Then the gateway offers a hold time of <seconds> s on each session
    And the AWS side has held each session ever since, or has refused it with NOTIFICATION 2/6, as the report says
    And nothing leaves the gateway in clear

    Examples:
      | seconds | why                        |
      | 0       | no keepalives at all       |
      | 3       | the shortest that there is |

  @tmsLink=VPN-ASN-16 @needs-two-octet-as
  Scenario: [3] Speak for AS 4200000000 to a gateway that knows AS numbers of two octets only
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC, with AS 4200000000, and the gateway under test, with AS 65000
    And the gateway knows AS numbers of two octets only
    And the gateway is configured from the downloaded document, in which the AS of the AWS side is 23456, and started
    When both tunnels are raised, and 60 s go by
    Then the gateway announces no AS number of four octets in its OPEN through each tunnel
    And the AWS side says AS 23456 in the header of its OPEN through each tunnel, and AS 4200000000 in capability 65
    And through each tunnel, the AWS side announces 10.0.0.0/16 with the path 23456 in two octets, and 4200000000 in AS4_PATH
    And a session is established through each tunnel
    And vgwTelemetry counts 1 accepted route of each tunnel
    And nothing leaves the gateway in clear
