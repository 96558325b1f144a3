@data-plane @needs-lab @needs-ikev1 @needs-lan-host @long
Feature: Forwarding5 - Which of two routes to one destination is used, where packets cannot tell

  @tmsLink=VPN-ROUTE-11
  Scenario: [1] Take the entered route to the virtual private gateway before the one that it propagates
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the virtual private gateway
    When these packets are sent, then "172.31.0.0/24 is taken out of route table main", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.9 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at  |
      | 10.0.1.10 | 172.31.0.9 | a tunnel   | a tunnel |
    And the AWS side says that it went by the route of CreateRoute, then by that of EnableVgwRoutePropagation
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-11
  Scenario Outline: [2] Show the route to the <target> beside the propagated one to the same destination
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And a <target> that the lab has put into the VPC
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the <target>
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.9 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at   |
      | 10.0.1.10 | 172.31.0.9 | <target>     |
    And route table main has exactly these routes:
      | destination   | target                  | origin                    | state  |
      | 10.0.0.0/16   | local                   | CreateRouteTable          | active |
      | 172.31.0.0/24 | <target>                | CreateRoute               | active |
      | 172.31.0.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
    And nothing leaves the gateway in clear

    Examples:
      | target                 | why                       |
      | network interface      | an interface of its own   |
      | instance               | a host that routes        |
      | vpc peering connection | another VPC               |
      | nat gateway            | the internet, translated  |

  @tmsLink=VPN-ROUTE-11
  Scenario Outline: [3] Show the route to the <target> of the VPC beside the propagated one to the same destination
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And route table main leads 172.31.0.0/24 to the <target>
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.9 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at   |
      | 10.0.1.10 | 172.31.0.9 | <arrives at> |
    And route table main has exactly these routes:
      | destination   | target                  | origin                    | state  |
      | 10.0.0.0/16   | local                   | CreateRouteTable          | active |
      | 172.31.0.0/24 | <target>                | CreateRoute               | active |
      | 172.31.0.0/24 | virtual private gateway | EnableVgwRoutePropagation | active |
    And nothing leaves the gateway in clear

    Examples:
      | target                  | arrives at       | why                          |
      | internet gateway        | internet gateway | the example of the documents |
      | virtual private gateway | a tunnel         | one target, twice            |
