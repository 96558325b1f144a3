@data-plane @needs-lab @long
Feature: Forwarding1 - Where packets of a VPC go, by the route table of their subnet

  The documented examples of route tables, each with the packets sent and where they arrived: at a target of a route, at
  another host of the VPC, in a tunnel, or nowhere.

  @tmsLink=VPN-ROUTE-31
  Scenario: [1] Take the most specific route of a table
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a vpc peering connection that the lab has put into the VPC
    And route table main leads 172.31.0.0/16 to the vpc peering connection
    And route table main leads 0.0.0.0/0 to the internet gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.9.9 |
      | 10.0.1.10 | 10.0.9.9   |
      | 10.0.1.10 | 198.18.8.8 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at             |
      | 10.0.1.10 | 172.31.9.9 | vpc peering connection |
      | 10.0.1.10 | 10.0.9.9   | 10.0.9.9               |
      | 10.0.1.10 | 198.18.8.8 | internet gateway       |
    And nothing is seen on the outside network

  @tmsLink=VPN-ROUTE-12 @needs-ikev1 @needs-lan-host
  Scenario: [2] Send to the internet gateway what the documented example leads there and to the VPN too
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the internet gateway
    When these packets are sent:
      | from      | to           |
      | 10.0.1.10 | 172.31.0.0   |
      | 10.0.1.10 | 172.31.0.1   |
      | 10.0.1.10 | 172.31.0.255 |
      | 10.0.1.10 | 172.31.1.0   |
      | 10.0.1.10 | 10.0.9.9     |
    Then each packet arrived where this says, and nowhere else:
      | from      | to           | arrives at       |
      | 10.0.1.10 | 172.31.0.0   | internet gateway |
      | 10.0.1.10 | 172.31.0.1   | internet gateway |
      | 10.0.1.10 | 172.31.0.255 | internet gateway |
      | 10.0.1.10 | 172.31.1.0   | nowhere          |
      | 10.0.1.10 | 10.0.9.9     | 10.0.9.9         |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-11 @needs-ikev1 @needs-lan-host
  Scenario Outline: [3] Take the route to the <target> before the propagated one to the same destination
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And a <target> that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the <target>
    When these packets are sent, then "172.31.0.0/24 is taken out of route table main", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.9 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at  |
      | 10.0.1.10 | 172.31.0.9 | <target>   | a tunnel |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

    Examples:
      | target                 | why                                    |
      | network interface      | an interface of its own                |
      | instance               | a host that routes                     |
      | vpc peering connection | another VPC                            |
      | nat gateway            | the internet, under another address    |

  @tmsLink=VPN-ROUTE-11 @needs-ikev1 @needs-lan-host
  Scenario: [4] Take the route to the internet gateway before the propagated one to the same destination
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the internet gateway
    When these packets are sent, then "172.31.0.0/24 is taken out of route table main", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.9 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at       | then at  |
      | 10.0.1.10 | 172.31.0.9 | internet gateway | a tunnel |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-10 @needs-ikev1 @needs-lan-host
  Scenario: [5] Keep in the VPC what a more specific propagated route would lead away
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 10.0.9.0/24, 10.0.0.0/16 and 10.0.0.0/8
    And route table main takes the routes of the virtual private gateway
    When these packets are sent:
      | from      | to       |
      | 10.0.1.10 | 10.0.9.9 |
      | 10.0.1.10 | 10.1.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to       | arrives at |
      | 10.0.1.10 | 10.0.9.9 | 10.0.9.9   |
      | 10.0.1.10 | 10.1.0.1 | a tunnel   |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-03 @tmsLink=VPN-ROUTE-38 @tmsLink=VPN-SCEN-02 @needs-ikev1 @needs-lan-host
  Scenario: [6] Let a public and a VPN-only subnet leave by the gateway of each
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And the subnets 10.0.1.0/24, by route table main, and 10.0.9.0/24, by a route table P of its own
    And a static VPN connection to the gateway under test that is up and has 0.0.0.0/0
    And route table main leads 0.0.0.0/0 to the internet gateway
    And route table P leads 0.0.0.0/0 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 198.18.8.8 |
      | 10.0.9.9  | 198.18.8.8 |
      | 10.0.9.9  | 10.0.1.10  |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at       |
      | 10.0.1.10 | 198.18.8.8 | internet gateway |
      | 10.0.9.9  | 198.18.8.8 | a tunnel         |
      | 10.0.9.9  | 10.0.1.10  | 10.0.1.10        |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-SCEN-02 @needs-ikev1 @needs-lan-host
  Scenario: [7] Let a private subnet leave by the VPN for the network at home, and by a NAT gateway for the rest
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And the subnets 10.0.1.0/24, by route table main, and 10.0.9.0/24, by a route table P of its own
    And a static VPN connection to the gateway under test that is up and has 172.16.0.0/12
    And a nat gateway that the lab has put into the VPC
    And route table main leads 0.0.0.0/0 to the internet gateway
    And route table P leads 172.16.0.0/12 to the virtual private gateway
    And route table P leads 0.0.0.0/0 to the nat gateway
    When these packets are sent:
      | from     | to         |
      | 10.0.9.9 | 172.31.0.1 |
      | 10.0.9.9 | 198.18.8.8 |
    Then each packet arrived where this says, and nowhere else:
      | from     | to         | arrives at  |
      | 10.0.9.9 | 172.31.0.1 | a tunnel    |
      | 10.0.9.9 | 198.18.8.8 | nat gateway |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-18 @needs-ikev1 @needs-lan-host @long
  Scenario: [8] Keep a propagated route while the VPN is interrupted, and go by another once propagation is disabled
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.5.0/24
    And a network interface that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/16 to the network interface
    And both tunnels fail, and the AWS side has noticed
    And 10 minutes have gone by
    When these packets are sent, then "propagation is disabled", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.5.1 |
      | 10.0.1.10 | 172.31.6.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at        | then at           |
      | 10.0.1.10 | 172.31.5.1 | nowhere           | network interface |
      | 10.0.1.10 | 172.31.6.1 | network interface | network interface |
    And nothing leaves the gateway in clear
