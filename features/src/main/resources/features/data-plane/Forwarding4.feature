@data-plane @needs-lab @needs-ikev1 @needs-lan-host @needs-bgp @needs-bgp-announce @long
Feature: Forwarding4 - Where packets of a VPC go when BGP brings its routes

  What Forwarding1 and Forwarding2 say of the static routes of a connection, for prefixes that the gateway announces.

  @tmsLink=VPN-ROUTE-10
  Scenario Outline: [1] Keep what is for the VPC in it when the gateway announces <announced>
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.5.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces <announced>
    And route table main takes the routes of the virtual private gateway
    When these packets are sent:
      | from      | to       |
      | 10.0.1.10 | 10.0.5.9 |
      | 10.0.1.10 | 10.1.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to       | arrives at |
      | 10.0.1.10 | 10.0.5.9 | 10.0.5.9   |
      | 10.0.1.10 | 10.1.0.1 | <other>    |
    And nothing leaves the gateway in clear

    Examples:
      | announced                            | other    | why                                        |
      | 10.0.5.0/24                          | nowhere  | more specific than the block of the VPC    |
      | 10.0.0.0/16                          | nowhere  | that very block                            |
      | 10.0.0.0/8                           | a tunnel | less specific, and all that leads to 10.1. |
      | 10.0.5.0/24, 10.0.0.0/16, 10.0.0.0/8 | a tunnel | all of them                                |

  @tmsLink=VPN-ROUTE-13 @needs-sites
  Scenario: [2] Send by Direct Connect, then by a static route, then by what BGP brought, as long as there is one
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 10.21.0.0/24
    And site 2, with a dynamic connection to the same virtual private gateway, has announced its LAN 10.21.0.0/24
    And route table main leads 10.21.0.0/24 to the virtual private gateway
    And Direct Connect of the virtual private gateway announces 10.21.0.0/24
    When these packets are sent, then "10.21.0.0/24 is withdrawn by Direct Connect", they are sent again, then "10.21.0.0/24 is taken off the connection", and they are sent once more:
      | from      | to         |
      | 10.0.1.10 | 10.21.0.10 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at     | then at  | at last at |
      | 10.0.1.10 | 10.21.0.10 | Direct Connect | a tunnel | site 2     |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-18
  Scenario: [3] Keep what BGP brought in the route table while the VPN is interrupted, and lose what goes there
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces 172.31.5.0/24
    And a network interface that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/16 to the network interface
    And both tunnels fail, and the AWS side has noticed
    And 10 minutes have gone by
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.5.1 |
      | 10.0.1.10 | 172.31.6.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at        |
      | 10.0.1.10 | 172.31.5.1 | nowhere           |
      | 10.0.1.10 | 172.31.6.1 | network interface |
    And route table main has exactly these routes:
      | destination   | target                  | origin                    | state  |
      | 10.0.0.0/16   | local                   | CreateRouteTable          | active |
      | 172.31.0.0/16 | network interface       | CreateRoute               | active |
      | 172.31.5.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-18
  Scenario: [4] Go by the shorter route as soon as propagation is disabled
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces 172.31.5.0/24
    And a network interface that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/16 to the network interface
    And both tunnels fail, and the AWS side has noticed
    And 10 minutes have gone by
    When these packets are sent, then "propagation is disabled", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.5.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at           |
      | 10.0.1.10 | 172.31.5.1 | nowhere    | network interface |
    And route table main has exactly these routes:
      | destination   | target            | origin           | state  |
      | 10.0.0.0/16   | local             | CreateRouteTable | active |
      | 172.31.0.0/16 | network interface | CreateRoute      | active |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-18
  Scenario Outline: [5] Go by an entered route to <backup> while the VPN is interrupted
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces 172.31.5.0/24
    And a network interface that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads <backup> to the network interface
    And both tunnels fail, and the AWS side has noticed
    And 10 minutes have gone by
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.5.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at        |
      | 10.0.1.10 | 172.31.5.1 | network interface |
    And nothing leaves the gateway in clear

    Examples:
      | backup        | why                                       |
      | 172.31.5.0/24 | as long as the propagated route           |
      | 172.31.5.0/25 | longer, and with the destination in it    |

  @tmsLink=VPN-ROUTE-38
  Scenario: [6] Send what is for the internet to a gateway that announces the default route
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces 0.0.0.0/0
    And route table main leads 0.0.0.0/0 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 198.18.8.8 |
      | 10.0.1.10 | 10.0.9.9   |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at |
      | 10.0.1.10 | 198.18.8.8 | a tunnel   |
      | 10.0.1.10 | 10.0.9.9   | 10.0.9.9   |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-38
  Scenario: [7] Reach the LAN by the default route alone
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a dynamic VPN connection to the gateway under test that is up and announces 0.0.0.0/0
    And route table main leads 0.0.0.0/0 to the virtual private gateway
    When the host in the VPC pings the LAN host 5 times, once a second
    Then all 5 requests came out of the tunnels towards the LAN host
    And all 5 replies went into the tunnels, and came to the host in the VPC
    And nothing leaves the gateway in clear
