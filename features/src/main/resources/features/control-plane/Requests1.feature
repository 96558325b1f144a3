@control-plane
Feature: Requests1 - Actions and parameters of the edition 2018-09, dry runs

  @tmsLink=VPN-API-04
  Scenario: [1] Refuse an action that there is not
    Given an account without VPCs
    When FooBar is sent as a signed POST
    Then the answer is the error InvalidAction, with the status 400
    And there is no virtual private gateway

  @tmsLink=VPN-API-04
  Scenario Outline: [2] Refuse CreateVpnGateway with the unknown <parameters>
    Given an account without VPCs
    When CreateVpnGateway, with Type=ipsec.1 <parameters>, is sent as a signed POST
    Then the answer is the error UnknownParameter, with the status 400
    And there is no virtual private gateway

    Examples:
      | parameters                                  | why                   |
      | Foo=1                                       | never was a parameter |
      | type=ipsec.1                                | case counts           |
      | TagSpecification.1.ResourceType=vpn-gateway | came after 2018-09    |

  @tmsLink=VPN-API-28
  Scenario Outline: [3] Refuse <action> in pages
    Given an account without VPCs
    When <action>, with MaxResults=5, is sent as a signed POST
    Then the answer is the error UnknownParameter, with the status 400

    Examples:
      | action                   | why          |
      | DescribeVpnConnections   | has no pages |
      | DescribeVpnGateways      | has no pages |
      | DescribeCustomerGateways | has no pages |

  @tmsLink=VPN-API-28
  Scenario: [4] Show in one answer as many as there may be
    Given 5 virtual private gateways, each with 10 VPN connections to customer gateways of their own
    When the VPN connections, the customer gateways and the virtual private gateways are described by hand
    Then the answers show 50 VPN connections, 50 customer gateways and 5 virtual private gateways
    And none has a nextToken

  @tmsLink=VPN-API-31
  Scenario Outline: [5] Refuse <action>, which came later
    Given one of each resource in use, and one of each that is not
    When <action>, with <parameters>, is sent as a signed POST
    Then the answer is the error InvalidAction, with the status 400
    And every describe shows what it showed before

    Examples:
      | action                     | parameters                                                                     | why                           |
      | ModifyVpnConnection        | VpnConnectionId={VPN connection} VpnGatewayId={unused virtual private gateway} | to another gateway            |
      | ModifyVpnConnectionOptions | VpnConnectionId={VPN connection} LocalIpv4NetworkCidr=10.0.0.0/8               | to other selectors            |
      | ModifyVpnTunnelOptions     | VpnConnectionId={VPN connection} TunnelOptions.PreSharedKey=another.key        | to another key                |
      | ModifyVpnTunnelCertificate | VpnConnectionId={VPN connection} VpnTunnelOutsideIpAddress=198.51.100.129      | there are no certificates yet |

  @tmsLink=VPN-API-05
  Scenario Outline: [6] Name the parameter that <action> lacks
    Given one of each resource in use, and one of each that is not
    When each of <parameters> is left out of <action> in turn
    Then each answer is the error MissingParameter
    And each names the parameter that was left out
    And every describe shows what it showed before

    Examples:
      | action                       | parameters                                                                                             | why              |
      | CreateVpc                    | CidrBlock=10.2.0.0/16                                                                                  | its required one |
      | DeleteVpc                    | VpcId={unused VPC}                                                                                     | its required one |
      | CreateVpnGateway             | Type=ipsec.1                                                                                           | its required one |
      | AttachVpnGateway             | VpcId={unused VPC} VpnGatewayId={unused virtual private gateway}                                       | both required    |
      | DetachVpnGateway             | VpcId={used VPC} VpnGatewayId={used virtual private gateway}                                           | both required    |
      | DeleteVpnGateway             | VpnGatewayId={unused virtual private gateway}                                                          | its required one |
      | CreateCustomerGateway        | Type=ipsec.1 IpAddress=198.18.9.9 BgpAsn=65000                                                         | all required     |
      | DeleteCustomerGateway        | CustomerGatewayId={unused customer gateway}                                                            | its required one |
      | CreateVpnConnection          | Type=ipsec.1 VpnGatewayId={unused virtual private gateway} CustomerGatewayId={unused customer gateway} | all required     |
      | DeleteVpnConnection          | VpnConnectionId={VPN connection}                                                                       | its required one |
      | CreateVpnConnectionRoute     | VpnConnectionId={VPN connection} DestinationCidrBlock=192.168.30.0/24                                  | both required    |
      | DeleteVpnConnectionRoute     | VpnConnectionId={VPN connection} DestinationCidrBlock=192.168.10.0/24                                  | both required    |
      | EnableVgwRoutePropagation    | RouteTableId={route table} GatewayId={used virtual private gateway}                                    | both required    |
      | DisableVgwRoutePropagation   | RouteTableId={route table} GatewayId={used virtual private gateway}                                    | both required    |
      | CreateTags                   | ResourceId.1={VPN connection} Tag.1.Key=site                                                           | both required    |
      | CreateSubnet                 | VpcId={used VPC} CidrBlock=10.0.3.0/24                                                                 | both required    |
      | DeleteSubnet                 | SubnetId={other subnet}                                                                                | its required one |
      | CreateRouteTable             | VpcId={used VPC}                                                                                       | its required one |
      | DeleteRouteTable             | RouteTableId={unused route table}                                                                      | its required one |
      | AssociateRouteTable          | RouteTableId={unused route table} SubnetId={other subnet}                                              | both required    |
      | DisassociateRouteTable       | AssociationId={association}                                                                            | its required one |
      | ReplaceRouteTableAssociation | AssociationId={association} RouteTableId={unused route table}                                          | both required    |
      | CreateRoute                  | RouteTableId={route table}                                                                             | its required one |
      | ReplaceRoute                 | RouteTableId={route table}                                                                             | its required one |
      | DeleteRoute                  | RouteTableId={route table}                                                                             | its required one |
      | AttachInternetGateway        | InternetGatewayId={unused internet gateway} VpcId={unused VPC}                                         | both required    |
      | DetachInternetGateway        | InternetGatewayId={used internet gateway} VpcId={used VPC}                                             | both required    |
      | DeleteInternetGateway        | InternetGatewayId={unused internet gateway}                                                            | its required one |
      | AssociateVpcCidrBlock        | VpcId={used VPC}                                                                                       | its required one |
      | DisassociateVpcCidrBlock     | AssociationId=vpc-cidr-assoc-0                                                                         | its required one |
      | DeleteTags                   | ResourceId.1={VPN connection}                                                                          | its required one |

  @tmsLink=VPN-API-06
  Scenario Outline: [7] Only try <action>
    Given one of each resource in use, and one of each that is not
    When <action>, with <parameters>, is tried by DryRun
    Then the answer is the error DryRunOperation, with the status 412
    And every describe shows what it showed before

    Examples:
      | action                       | parameters                                                                                               | why                     |
      | CreateVpc                    | CidrBlock=10.2.0.0/16                                                                                    | would make a VPC        |
      | DescribeVpcs                 | VpcId.1={used VPC}                                                                                       | a describe has it too   |
      | DeleteVpc                    | VpcId={unused VPC}                                                                                       | would delete it         |
      | CreateVpnGateway             | Type=ipsec.1                                                                                             | would make one          |
      | DescribeVpnGateways          | nothing else                                                                                             | a describe has it too   |
      | AttachVpnGateway             | VpcId={unused VPC} VpnGatewayId={unused virtual private gateway}                                         | would attach it         |
      | DetachVpnGateway             | VpcId={used VPC} VpnGatewayId={used virtual private gateway}                                             | would detach it         |
      | DeleteVpnGateway             | VpnGatewayId={unused virtual private gateway}                                                            | would delete it         |
      | CreateCustomerGateway        | Type=ipsec.1 IpAddress=198.18.9.9 BgpAsn=65000                                                           | would make one          |
      | DescribeCustomerGateways     | nothing else                                                                                             | a describe has it too   |
      | DeleteCustomerGateway        | CustomerGatewayId={unused customer gateway}                                                              | would delete it         |
      | CreateVpnConnection          | Type=ipsec.1 VpnGatewayId={unused virtual private gateway} CustomerGatewayId={unused customer gateway}   | would make one          |
      | DescribeVpnConnections       | nothing else                                                                                             | a describe has it too   |
      | DeleteVpnConnection          | VpnConnectionId={VPN connection}                                                                         | would delete it         |
      | DescribeRouteTables          | nothing else                                                                                             | a describe has it too   |
      | CreateRoute                  | RouteTableId={route table} DestinationCidrBlock=192.168.30.0/24 GatewayId={used virtual private gateway} | would add it            |
      | DeleteRoute                  | RouteTableId={route table} DestinationCidrBlock=192.168.20.0/24                                          | would delete it         |
      | CreateTags                   | ResourceId.1={VPN connection} Tag.1.Key=site Tag.1.Value=north                                           | would add it            |
      | DeleteTags                   | ResourceId.1={VPN connection} Tag.1.Key=Name                                                             | would delete it         |
      | DescribeTags                 | nothing else                                                                                             | a describe has it too   |
      | CreateSubnet                 | VpcId={used VPC} CidrBlock=10.0.3.0/24                                                                   | would make one          |
      | DescribeSubnets              | nothing else                                                                                             | a describe has it too   |
      | DeleteSubnet                 | SubnetId={other subnet}                                                                                  | would delete it         |
      | CreateRouteTable             | VpcId={used VPC}                                                                                         | would make one          |
      | DeleteRouteTable             | RouteTableId={unused route table}                                                                        | would delete it         |
      | AssociateRouteTable          | RouteTableId={unused route table} SubnetId={other subnet}                                                | would associate it      |
      | DisassociateRouteTable       | AssociationId={association}                                                                              | would end it            |
      | ReplaceRouteTableAssociation | AssociationId={association} RouteTableId={unused route table}                                            | would move it           |
      | ReplaceRoute                 | RouteTableId={route table} DestinationCidrBlock=192.168.20.0/24 GatewayId={used internet gateway}        | would lead it elsewhere |
      | CreateInternetGateway        | nothing else                                                                                             | would make one          |
      | DescribeInternetGateways     | nothing else                                                                                             | a describe has it too   |
      | AttachInternetGateway        | InternetGatewayId={unused internet gateway} VpcId={unused VPC}                                           | would attach it         |
      | DetachInternetGateway        | InternetGatewayId={used internet gateway} VpcId={used VPC}                                               | would detach it         |
      | DeleteInternetGateway        | InternetGatewayId={unused internet gateway}                                                              | would delete it         |
