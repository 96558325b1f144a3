@data-plane @needs-lan-host @needs-lab
Feature: Reach1 - What has to be there before hosts reach each other

  Without a VPN connection nothing passes between a VPC and a network at home. With it, four things have to be in
  place: the attachment of the virtual private gateway, a route, a rule of the security group, and the connection.

  @tmsLink=VPN-GEN-01 @needs-lan-stack
  Scenario: [1] Let nothing pass between a VPC and a LAN without a VPN connection
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    When the host in the VPC and the LAN host send each other 3 echo requests and 3 TCP segments
    Then neither host gets anything
    And the AWS side has counted 6 packets for which it has no route
    And nothing is seen on the outside network

  @tmsLink=VPN-GEN-02 @needs-ikev1 @long
  Scenario Outline: [2] Let nothing pass without <part>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10 in its default security group, as that is by itself
    And the default security group lets ICMP in from the LAN
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the LAN host reaches the host in the VPC
    When <part> is taken away and put back, and the LAN host pings the host in the VPC after both
    Then no ping was answered without it
    And pings were answered once it was back
    And nothing leaves the gateway in clear

    Examples:
      | part                                          | why                                    |
      | the attachment of the virtual private gateway | the VPC's end of the connection        |
      | the route to the LAN                          | the way back                           |
      | the rule of the security group                | what the host in the VPC takes         |
      | the VPN connection                            | the tunnels themselves                 |

  @tmsLink=VPN-SG-01 @needs-ikev1 @needs-lan-stack
  Scenario Outline: [3] Let <traffic> in with a rule of its own alone
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10 in its default security group, as that is by itself
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host tries ICMP, TCP 22 and TCP 3389 without a rule, with one for <traffic>, and once that is revoked
    Then nothing has come to the host in the VPC without a rule
    And <traffic> alone has come to the host in the VPC with the rule
    And nothing has come to the host in the VPC once it was revoked
    And nothing leaves the gateway in clear

    Examples:
      | traffic  | why                                |
      | ICMP     | pings                              |
      | TCP 22   | SSH, for Linux                     |
      | TCP 3389 | RDP, for Windows                   |

  @tmsLink=VPN-SG-02 @needs-ikev1
  Scenario Outline: [4] Do as the entry of the network ACL with the lowest number says of <direction> ICMP
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When entry 90 of the network ACL denies <direction> ICMP, later entry 80 allows it, and the LAN host pings the host in the VPC after both
    Then no ping was answered after entry 90, and all were after entry 80
    And nothing leaves the gateway in clear

    Examples:
      | direction | why                    |
      | inbound   | the requests           |
      | outbound  | the replies            |
