@control-plane
Feature: Igw1 - Internet gateways

  @tmsLink=VPN-API-22
  Scenario: [1] Attach, detach and delete an internet gateway
    Given a VPC 10.0.0.0/16
    When an internet gateway is created, attached to the VPC, detached again and deleted
    Then it was attached to nothing, then to the VPC, then to nothing
    And there is no internet gateway

  @tmsLink=VPN-API-22
  Scenario: [2] Refuse to detach an internet gateway from a VPC that it is not attached to
    Given an internet gateway that is attached to a VPC
    When the internet gateway is detached from another VPC
    Then the request is refused, as Gateway.NotAttached
    And only that internet gateway is attached, to the first VPC

  @tmsLink=VPN-API-22
  Scenario: [3] Refuse to attach an internet gateway twice
    Given an internet gateway that is attached to a VPC
    When the internet gateway is attached to another VPC
    Then the request is refused, as Resource.AlreadyAssociated
    And only that internet gateway is attached, to the first VPC

  @tmsLink=VPN-API-22
  Scenario: [4] Protect an internet gateway while it is attached
    Given an internet gateway that is attached to a VPC
    When the internet gateway is deleted
    Then the request is refused, as DependencyViolation
    And only that internet gateway is attached, to the first VPC

  @tmsLink=VPN-LIM-13
  Scenario: [5] Allow 5 internet gateways in a region
    Given an account with 5 internet gateways
    When another internet gateway is created
    Then the request is refused, as InternetGatewayLimitExceeded
    And there are 5 internet gateways

  @tmsLink=VPN-LIM-13
  Scenario: [6] Refuse a second internet gateway for a VPC
    Given an internet gateway that is attached to a VPC
    When another internet gateway is attached to that VPC too
    Then the request is refused, as InvalidParameterValue
    And only that internet gateway is attached, to the first VPC
