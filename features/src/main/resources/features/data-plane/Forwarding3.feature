@data-plane @needs-lab @needs-ikev1 @needs-lan-host @needs-sites @needs-bgp @long
Feature: Forwarding3 - What the virtual private gateway takes of static routes and of BGP

  @tmsLink=VPN-ROUTE-14
  Scenario: [1] Take a static route before what another connection announced by BGP
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 10.21.0.0/24
    And site 2, with a dynamic connection to the same virtual private gateway, has announced its LAN 10.21.0.0/24
    And route table main leads 10.20.0.0/14 to the virtual private gateway
    When these packets are sent, then "10.21.0.0/24 is taken off the connection", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 10.21.0.10 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at |
      | 10.0.1.10 | 10.21.0.10 | a tunnel   | site 2  |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-09
  Scenario: [2] Take the longest prefix, also where a static route of another connection is shorter
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 10.20.0.0/15
    And site 2, with a dynamic connection to the same virtual private gateway, has announced its LAN 10.21.0.0/24
    And route table main leads 10.20.0.0/14 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 10.21.0.10 |
      | 10.0.1.10 | 10.21.1.5  |
      | 10.0.1.10 | 10.22.0.1  |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at |
      | 10.0.1.10 | 10.21.0.10 | site 2     |
      | 10.0.1.10 | 10.21.1.5  | a tunnel   |
      | 10.0.1.10 | 10.22.0.1  | nowhere    |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear
