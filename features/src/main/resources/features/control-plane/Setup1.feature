@control-plane
Feature: Setup1 - Setting a VPN up and taking it down

  @tmsLink=VPN-SCEN-01
  Scenario Outline: [1] Set a VPN up in the order <order>
    Given a VPC with a subnet
    When a VPN is set up in the order <order>
    Then the VPN connection is available within 60 s
    And the virtual private gateway is attached to the VPC
    And route table main takes routes from exactly the virtual private gateway

    Examples:
      | order                                                                                 | why                            |
      | customer gateway, virtual private gateway, attachment, propagation, connection        | the order of the guide         |
      | virtual private gateway, attachment, propagation, customer gateway, connection        | the customer gateway late      |
      | virtual private gateway, customer gateway, connection, attachment, propagation        | the connection first           |
      | customer gateway, virtual private gateway, attachment, connection, propagation        | propagation last               |

  @tmsLink=VPN-DEL-07
  Scenario: [2] Keep a VPN connection usable when its VPC is deleted first
    Given a virtual private gateway that is attached to a VPC
    And a customer gateway with a VPN connection to it
    When the virtual private gateway is detached, and the VPC deleted before the VPN connection
    Then the VPN connection is available, and can be used with another VPC

  @tmsLink=VPN-API-17
  Scenario: [3] Show the states of an attachment in their order
    Given a VPC 10.0.0.0/16
    When a virtual private gateway is attached to the VPC, watched until it is attached, detached and watched again
    Then the states of the attachment were among attaching, attached, detaching and detached, in that order

  @tmsLink=VPN-HUB-09
  Scenario: [4] Connect several customer gateways to one virtual private gateway
    Given an account without VPCs
    When 3 customer gateways with the ASNs from 65010 on get a VPN connection each to one virtual private gateway
    Then the filter vpn-gateway-id lists exactly these 3 VPN connections

  @tmsLink=VPN-ROUTE-01
  Scenario Outline: [5] Fix the routing type when a VPN connection is created, StaticRoutesOnly <option>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created whose option StaticRoutesOnly is <option>
    Then DescribeVpnConnections shows <shown> as staticRoutesOnly, and so for 60 s
    And DescribeCustomerGateways shows the ASN 65000

    Examples:
      | option | shown | why                    |
      | true   | true  | static routing         |
      | false  | false | dynamic routing        |
      | absent | false | dynamic by default     |

  @tmsLink=VPN-SCEN-01
  Scenario: [6] Open the security group of the VPC in the course of the set-up
    Given a VPC with a subnet
    When a VPN is set up in the order customer gateway, virtual private gateway, attachment, propagation, security group, connection
    Then the default security group lets in icmp -1, tcp 22 and tcp 3389 from 192.168.0.0/16
    And the VPN connection is available within 60 s

  @tmsLink=VPN-SCEN-01
  Scenario: [7] Close the security group of the VPC again
    Given a VPC with a subnet
    When a VPN is set up in the order customer gateway, virtual private gateway, attachment, security group, security group closed, connection
    Then the default security group lets in nothing from 192.168.0.0/16
    And the VPN connection is available within 60 s
