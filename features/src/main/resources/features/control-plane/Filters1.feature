@control-plane
Feature: Filters1 - What a describe can be narrowed to

  @tmsLink=VPN-API-08
  Scenario Outline: [1] Find VPN connections by <filter>
    Given a static VPN connection A with the route 192.168.10.0/24 and the tag site = north, and a dynamic one B
    When DescribeVpnConnections is filtered by <filter>
    Then it lists exactly <found>

    Examples:
      | filter                                                     | found | why                                  |
      | vpn-connection-id = id of A                                | A     | one hit                              |
      | vpn-connection-id = vpn-0                                  | none  | no hit                               |
      | vpn-gateway-id = gateway of A                              | A     | a gateway of its own                 |
      | customer-gateway-id = customer of B                        | B     | a customer gateway of its own        |
      | customer-gateway-configuration = configuration of A        | A     | the whole document                   |
      | state = available                                          | A, B  | both are                             |
      | state = deleting, deleted                                  | none  | none is                              |
      | state = deleted, available                                 | A, B  | values are ORed                      |
      | option.static-routes-only = true                           | A     | A has static routing                 |
      | option.static-routes-only = false                          | B     | B has not                            |
      | route.destination-cidr-block = 192.168.10.0/24             | A     | its route                            |
      | bgp-asn = 65000                                            | A, B  | of both customer gateways            |
      | type = ipsec.1                                             | A, B  | there is no other                    |
      | tag:site = north                                           | A     | key and value                        |
      | tag:site = south                                           | none  | another value                        |
      | tag-key = site                                             | A     | the key alone                        |
      | option.static-routes-only = true and tag:site = north      | A     | filters are ANDed: both hold         |
      | option.static-routes-only = false and tag:site = north     | none  | filters are ANDed: none has both     |
      | tag:site = n*                                              | A     | any characters                       |
      | tag:site = nort?                                           | A     | any one character                    |
      | tag:site = NORTH                                           | none  | case counts                          |

  @tmsLink=VPN-API-08 @tmsLink=VPN-API-09 @tmsLink=VPN-API-10
  Scenario Outline: [2] Refuse the unknown filter colour in <action>
    Given a static VPN connection A with the route 192.168.10.0/24 and the tag site = north, and a dynamic one B
    When <action> is asked with the filter colour = blue
    Then the request is refused, as InvalidParameterValue

    Examples:
      | action                   | why           |
      | DescribeVpnConnections   | no such thing |
      | DescribeVpnGateways      | no such thing |
      | DescribeCustomerGateways | no such thing |

  @tmsLink=VPN-API-09
  Scenario Outline: [3] Find virtual private gateways by <filter>
    Given a virtual private gateway A with the ASN 65001 and the tag site = north that is attached to a VPC, and a bare one B
    When DescribeVpnGateways is filtered by <filter>
    Then it lists exactly <found>

    Examples:
      | filter                           | found | why                           |
      | vpn-gateway-id = id of A         | A     | one hit                       |
      | vpn-gateway-id = vgw-0           | none  | no hit                        |
      | amazon-side-asn = 65001          | A     | chosen                        |
      | amazon-side-asn = 64512          | B     | the default                   |
      | attachment.state = attached      | A     | B has no attachment           |
      | attachment.vpc-id = VPC of A     | A     | B has no attachment           |
      | availability-zone = us-east-1a   | none  | neither was made for one      |
      | state = available                | A, B  | both are                      |
      | type = ipsec.1                   | A, B  | there is no other             |
      | tag:site = north                 | A     | key and value                 |
      | tag-key = site                   | A     | the key alone                 |
      | state = available and tag-key = site | A | filters are ANDed             |
      | amazon-side-asn = 65001, 64512   | A, B  | values are ORed               |
      | amazon-side-asn = 6*1            | A     | any characters                |

  @tmsLink=VPN-API-10
  Scenario Outline: [4] Find customer gateways by <filter>
    Given a customer gateway A with the address 198.18.7.1, the ASN 65010 and the tag site = north, and one B with 198.18.8.1 and 65020
    When DescribeCustomerGateways is filtered by <filter>
    Then it lists exactly <found>

    Examples:
      | filter                          | found | why                      |
      | customer-gateway-id = id of A   | A     | one hit                  |
      | customer-gateway-id = cgw-0     | none  | no hit                   |
      | bgp-asn = 65020                 | B     | its ASN                  |
      | ip-address = 198.18.7.1         | A     | its address              |
      | ip-address = 198.18.*           | A, B  | any characters           |
      | ip-address = 198.18.?.1         | A, B  | any one character        |
      | state = available               | A, B  | both are                 |
      | type = ipsec.1                  | A, B  | there is no other        |
      | tag:site = north                | A     | key and value            |
      | tag-key = site                  | A     | the key alone            |
      | bgp-asn = 65010, 65020          | A, B  | values are ORed          |
      | bgp-asn = 65020 and tag-key = site | none | filters are ANDed      |
