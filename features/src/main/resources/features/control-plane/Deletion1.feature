@control-plane
Feature: Deletion1 - What protects what from deletion, and what deletion leaves

  @tmsLink=VPN-DEL-01 @tmsLink=VPN-API-11
  Scenario: [1] Show the states of a VPN connection in their order
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created, watched until it is available, deleted and watched for 60 s
    Then the states seen were among pending, available, deleting and deleted, in that order
    And the last state seen was deleted, or it is listed no more

  @tmsLink=VPN-DEL-01
  Scenario: [2] Refuse to delete a VPN connection that never existed
    Given an account without VPCs
    When the VPN connection vpn-00000000000000000 is deleted
    Then the request is refused, as InvalidVpnConnectionID.NotFound

  @tmsLink=VPN-DEL-03
  Scenario: [3] Protect a customer gateway while a VPN connection uses it
    Given a virtual private gateway and a customer gateway with a VPN connection
    When the customer gateway is deleted
    Then the request is refused, as IncorrectState
    And the customer gateway is available
    And it can be deleted once its VPN connection is

  @tmsLink=VPN-DEL-04
  Scenario: [4] Make a new customer gateway after the same was deleted
    Given a customer gateway with the address 198.18.0.10 and the ASN 65000
    When it is deleted, and one with the same values is created
    Then the new one has an id of its own

  @tmsLink=VPN-DEL-05
  Scenario: [5] Protect a virtual private gateway while it is attached
    Given a virtual private gateway that is attached to a VPC
    When the virtual private gateway is deleted
    Then the request is refused, as IncorrectState
    And only the first virtual private gateway is attached to the VPC

  @tmsLink=VPN-DEL-06
  Scenario: [6] Delete a virtual private gateway that was detached
    Given a virtual private gateway that was detached from a VPC
    When the virtual private gateway is deleted
    Then the virtual private gateway is deleted within 60 s

  @tmsLink=VPN-DEL-08
  Scenario: [7] Free the inside CIDR and the place of a VPN connection by deleting it
    Given a virtual private gateway with 10 VPN connections, the last of them with the inside CIDR 169.254.44.0/30
    When the last is deleted, and another customer gateway gets a VPN connection with the inside CIDR 169.254.44.0/30
    Then the VPN connection exists
    And its id is none of the earlier ones

  @tmsLink=VPN-DEL-09
  Scenario: [8] Show no configuration of a VPN connection that is deleted
    Given a virtual private gateway and a customer gateway with a VPN connection
    When the VPN connection is deleted
    Then DescribeVpnConnections shows no configuration of it

  @tmsLink=VPN-DEL-10
  Scenario: [9] Keep both gateways and their VPN connection when the VPC is deleted
    Given a VPC whose virtual private gateway, with a VPN connection, was detached
    When the VPC is deleted
    Then the virtual private gateway, the customer gateway and the VPN connection are available
