@control-plane
Feature: Vgw1 - A virtual private gateway, from creation to deletion

  @tmsLink=VPN-VGW-02
  Scenario: [1] Attach a virtual private gateway in a call of its own
    Given a VPC 10.0.0.0/16
    When a virtual private gateway is created, and attached to the VPC in a second call
    Then it had no attachment after the first call
    And it has one attachment, to the VPC, that becomes attached within 60 s

  @tmsLink=VPN-VGW-03
  Scenario: [2] Refuse a second virtual private gateway for a VPC
    Given a virtual private gateway that is attached to a VPC
    When another virtual private gateway is attached to that VPC
    Then the request is refused, as InvalidVpcState
    And only the first virtual private gateway is attached to the VPC

  @tmsLink=VPN-VGW-04
  Scenario: [3] Refuse to attach a virtual private gateway to a second VPC
    Given a virtual private gateway that is attached to a VPC
    When it is attached to another VPC
    Then the request is refused, as VpnGatewayAttachmentLimitExceeded
    And only the first virtual private gateway is attached to the VPC

  @tmsLink=VPN-VGW-05
  Scenario: [4] Free the VPC and the virtual private gateway by detaching
    Given a virtual private gateway that is attached to a VPC
    When it is detached from the VPC
    Then its attachment goes through detaching and detached only, within 60 s
    And the VPC can be deleted
    And the virtual private gateway can be attached to another VPC

  @tmsLink=VPN-VGW-05
  Scenario: [5] Refuse to delete a VPC that has a virtual private gateway attached
    Given a virtual private gateway that is attached to a VPC
    When the VPC is deleted
    Then the request is refused, as DependencyViolation
    And only the first virtual private gateway is attached to the VPC

  @tmsLink=VPN-VGW-05
  Scenario: [6] Refuse to detach a virtual private gateway from a VPC that it is not attached to
    Given a virtual private gateway that is attached to a VPC
    When it is detached from another VPC
    Then the request is refused, as InvalidVpnGatewayAttachment.NotFound
    And only the first virtual private gateway is attached to the VPC

  @tmsLink=VPN-VGW-06
  Scenario: [7] Connect a virtual private gateway that has no VPC
    Given an account without VPCs
    When a virtual private gateway, a customer gateway and a VPN connection between them are created
    Then all three become available within 60 s

  @tmsLink=VPN-VGW-08
  Scenario: [8] Show the states of a virtual private gateway in their order
    Given an account without virtual private gateways
    When a virtual private gateway is created, watched until it is available, deleted and watched for 60 s
    Then the states seen were among pending, available, deleting and deleted, in that order
    And the last state seen was deleted, or it is listed no more

  @tmsLink=VPN-LIM-02
  Scenario: [9] Allow 5 virtual private gateways in a region
    Given an account with 5 virtual private gateways
    When another virtual private gateway is created
    Then the request is refused, as VpnGatewayLimitExceeded
    And there are 5 virtual private gateways, and room for one more when one is deleted

  @tmsLink=VPN-API-20
  Scenario Outline: [10] Refuse a VPN connection whose virtual private gateway <is>
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created whose virtual private gateway <is>
    Then the request is refused, as <code>
    And there is no VPN connection

    Examples:
      | is            | code                          | why                |
      | is not named  | MissingParameter              | nothing to connect |
      | never existed | InvalidVpnGatewayID.NotFound  | an id of nothing   |
      | was deleted   | InvalidVpnGatewayID.NotFound  | an id of the past  |
