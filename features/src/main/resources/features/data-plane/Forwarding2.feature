@data-plane @needs-lab @needs-ikev1 @needs-lan-host @long
Feature: Forwarding2 - What the virtual private gateway forwards, in both directions

  @tmsLink=VPN-ROUTE-13
  Scenario: [1] Send over Direct Connect what both it and the VPN lead to
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And Direct Connect of the virtual private gateway announces 172.31.0.0/24
    When these packets are sent, then "172.31.0.0/24 is withdrawn by Direct Connect", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at     | then at  |
      | 10.0.1.10 | 172.31.0.1 | Direct Connect | a tunnel |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-08 @needs-wire
  Scenario: [2] Forward from a tunnel to hosts of the VPC alone
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main takes the routes of the virtual private gateway
    And route table main leads 0.0.0.0/0 to the internet gateway
    When these packets are sent:
      | from         | to              |
      | the LAN host | 10.0.1.10       |
      | the LAN host | 198.18.8.8      |
      | the LAN host | 10.9.0.1        |
      | the LAN host | 169.254.169.254 |
      | the LAN host | 10.0.77.1       |
    Then each packet arrived where this says, and nowhere else:
      | from         | to              | arrives at |
      | the LAN host | 10.0.1.10       | 10.0.1.10  |
      | the LAN host | 198.18.8.8      | nowhere    |
      | the LAN host | 10.9.0.1        | nowhere    |
      | the LAN host | 169.254.169.254 | nowhere    |
      | the LAN host | 10.0.77.1       | nowhere    |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-36 @needs-wire
  Scenario: [3] Let nobody beyond the VPN use a NAT gateway of the VPC
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And a nat gateway that the lab has put into the VPC
    And route table main leads 0.0.0.0/0 to the nat gateway
    When these packets are sent:
      | from         | to         |
      | the LAN host | 198.18.8.8 |
      | 10.0.1.10    | 198.18.8.8 |
    Then each packet arrived where this says, and nowhere else:
      | from         | to         | arrives at  |
      | the LAN host | 198.18.8.8 | nowhere     |
      | 10.0.1.10    | 198.18.8.8 | nat gateway |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-37 @needs-wire
  Scenario: [4] Let nobody beyond the VPN use a gateway endpoint of the VPC
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And the VPC has a gateway endpoint for 198.18.40.0/24
    When these packets are sent:
      | from         | to          |
      | the LAN host | 198.18.40.7 |
      | 10.0.1.10    | 198.18.40.7 |
    Then each packet arrived where this says, and nowhere else:
      | from         | to          | arrives at       |
      | the LAN host | 198.18.40.7 | nowhere          |
      | 10.0.1.10    | 198.18.40.7 | gateway endpoint |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-41 @needs-wire
  Scenario: [5] Reach a host through the VPN by its private address alone
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And the host in the VPC has the Elastic address 198.18.55.1
    When these packets are sent:
      | from         | to          |
      | the LAN host | 198.18.55.1 |
      | the LAN host | 10.0.1.10   |
    Then each packet arrived where this says, and nowhere else:
      | from         | to          | arrives at |
      | the LAN host | 198.18.55.1 | nowhere    |
      | the LAN host | 10.0.1.10   | 10.0.1.10  |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-STAT-04
  Scenario: [6] Send nothing through a static connection before a prefix is entered on it
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has no route
    And route table main leads 172.31.0.0/24 to the virtual private gateway
    When these packets are sent, then "172.31.0.0/24 is entered on the connection", and they are sent again:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at  |
      | 10.0.1.10 | 172.31.0.1 | nowhere    | a tunnel |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-STAT-06
  Scenario: [7] Lead a new prefix to the connection by hand where nothing is propagated
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has no route
    When these packets are sent, then "172.31.0.0/24 is entered on the connection", they are sent again, then "172.31.0.0/24 is put into route table main", and they are sent once more:
      | from      | to         |
      | 10.0.1.10 | 172.31.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at | then at | at last at |
      | 10.0.1.10 | 172.31.0.1 | nowhere    | nowhere | a tunnel   |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-STAT-10 @needs-on-demand
  Scenario: [8] Reach a static prefix through tunnel 2 when that alone is up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And tunnel 2 alone is up
    When these packets are sent:
      | from      | to           |
      | 10.0.1.10 | the LAN host |
    Then each packet arrived where this says, and nowhere else:
      | from      | to           | arrives at |
      | 10.0.1.10 | the LAN host | tunnel 2   |
    And nothing leaves the gateway in clear

  @tmsLink=VPN-VGW-07 @needs-wire
  Scenario: [9] Forward nothing while the virtual private gateway is detached from the VPC
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.0.0/24
    And route table main leads 172.31.0.0/24 to the virtual private gateway
    When these packets are sent, then "the virtual private gateway is detached", they are sent again, then "the virtual private gateway is attached", and they are sent once more:
      | from         | to         |
      | 10.0.1.10    | 172.31.0.1 |
      | the LAN host | 10.0.1.10  |
    Then each packet arrived where this says, and nowhere else:
      | from         | to         | arrives at | then at | at last at |
      | 10.0.1.10    | 172.31.0.1 | a tunnel   | nowhere | a tunnel   |
      | the LAN host | 10.0.1.10  | 10.0.1.10  | nowhere | 10.0.1.10  |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-ROUTE-40 @needs-sites @long
  Scenario: [10] Send each part of an aggregate to the site that has it, and the rest nowhere
    Given a VPC 10.0.0.0/16 with hosts at 10.0.1.10 and 10.0.9.9, and an internet gateway
    And a static VPN connection to the gateway under test that is up and has 172.31.5.0/24 and 172.16.0.0/13
    And 2 other sites connected likewise to the same virtual private gateway, all tunnels up
    And the connection of site 2 routes 172.31.6.0/24, too, and that of site 3 172.31.0.0/20
    And route table main leads 172.16.0.0/12 to the virtual private gateway
    When these packets are sent:
      | from      | to         |
      | 10.0.1.10 | 172.31.5.1 |
      | 10.0.1.10 | 172.31.6.1 |
      | 10.0.1.10 | 172.31.7.1 |
      | 10.0.1.10 | 172.17.0.1 |
      | 10.0.1.10 | 172.30.0.1 |
    Then each packet arrived where this says, and nowhere else:
      | from      | to         | arrives at |
      | 10.0.1.10 | 172.31.5.1 | a tunnel   |
      | 10.0.1.10 | 172.31.6.1 | site 2     |
      | 10.0.1.10 | 172.31.7.1 | site 3     |
      | 10.0.1.10 | 172.17.0.1 | a tunnel   |
      | 10.0.1.10 | 172.30.0.1 | nowhere    |
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear
