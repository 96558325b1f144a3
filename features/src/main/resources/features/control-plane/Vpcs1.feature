@control-plane
Feature: Vpcs1 - VPCs, their blocks and their subnets

  @tmsLink=VPN-API-23
  Scenario Outline: [1] Make a VPC of <cidr>
    Given an account without VPCs
    When a VPC <cidr> is created
    Then DescribeVpcs shows exactly the VPCs <cidr>

    Examples:
      | cidr         | why          |
      | 10.0.0.0/16  | the largest  |
      | 10.0.0.16/28 | the smallest |

  @tmsLink=VPN-API-23
  Scenario Outline: [2] Refuse a VPC of <cidr>
    Given an account without VPCs
    When a VPC <cidr> is created
    Then the request is refused, as InvalidVpc.Range
    And DescribeVpcs shows no VPC

    Examples:
      | cidr        | why       |
      | 10.0.0.0/15 | too large |
      | 10.0.0.0/29 | too small |

  @tmsLink=VPN-API-24
  Scenario: [3] Make a second subnet beside the first
    Given a VPC 10.0.0.0/16 with the subnet 10.0.1.0/24
    When the subnet 10.0.2.0/24 is created
    Then the VPC has exactly the subnets 10.0.1.0/24 and 10.0.2.0/24

  @tmsLink=VPN-API-24
  Scenario Outline: [4] Refuse the subnet <cidr>
    Given a VPC 10.0.0.0/16 with the subnet 10.0.1.0/24
    When the subnet <cidr> is created
    Then the request is refused, as <code>
    And the VPC has exactly the subnets 10.0.1.0/24

    Examples:
      | cidr          | code                   | why                         |
      | 10.1.0.0/24   | InvalidSubnet.Range    | outside the VPC             |
      | 10.0.0.0/15   | InvalidSubnet.Range    | larger than the VPC         |
      | 10.0.1.0/24   | InvalidSubnet.Conflict | the same as the first       |
      | 10.0.1.128/25 | InvalidSubnet.Conflict | a part of the first         |
      | 10.0.0.0/23   | InvalidSubnet.Conflict | the first is a part of it   |

  @tmsLink=VPN-ROUTE-35
  Scenario Outline: [5] Refuse the block <cidr> for a VPC with a route to 10.20.0.0/24
    Given a VPC 10.0.0.0/16 whose main route table leads 10.20.0.0/24 to a virtual private gateway
    When the block <cidr> is added to the VPC
    Then the request is refused, as InvalidParameterValue
    And the VPC has exactly the blocks 10.0.0.0/16, all associated within 60 s

    Examples:
      | cidr         | why                    |
      | 10.20.0.0/24 | the same as the route  |
      | 10.20.0.0/23 | larger than the route  |

  @tmsLink=VPN-ROUTE-35
  Scenario: [6] Add a block that is smaller than a route of the VPC
    Given a VPC 10.0.0.0/16 whose main route table leads 10.20.0.0/24 to a virtual private gateway
    When the block 10.20.0.0/25 is added to the VPC
    Then the VPC has exactly the blocks 10.0.0.0/16 and 10.20.0.0/25, all associated within 60 s

  @tmsLink=VPN-LIM-12
  Scenario: [7] Allow 5 VPCs in a region
    Given an account with 5 VPCs
    When a VPC 10.9.0.0/16 is created
    Then the request is refused, as VpcLimitExceeded
    And there are 5 VPCs

  @tmsLink=VPN-LIM-14
  Scenario: [8] Allow 200 subnets in a VPC
    Given a VPC 10.0.0.0/16 with 200 subnets of /24
    When the subnet 10.0.200.0/24 is created
    Then the request is refused, as SubnetLimitExceeded
    And the VPC has 200 subnets

  @tmsLink=VPN-LIM-14
  Scenario: [9] Allow 5 blocks of IPv4 in a VPC
    Given a VPC 10.1.0.0/16 with the subnet 10.1.1.0/24
    And the VPC has the blocks 10.2.0.0/16, 10.3.0.0/16, 10.4.0.0/16 and 10.5.0.0/16 as well
    When the block 10.6.0.0/16 is added to the VPC
    Then the request is refused, as VpcCidrLimitExceeded
    And the VPC has 5 blocks
