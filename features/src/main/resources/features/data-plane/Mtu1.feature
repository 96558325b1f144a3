@data-plane @needs-ikev1 @needs-lan-host @needs-interface-mtu
Feature: Mtu1 - The MTU of the tunnel interface

  The documents name 1399 octets (requirements table) and 1436 (generic configuration). Both fit an outside link of 1500
  octets without NAT traversal.

  @tmsLink=VPN-MTU-01
  Scenario Outline: [1] Send packets of 1399 octets whole and larger ones in fragments, with <integrity>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the tunnel interfaces of the gateway are to have an MTU of 1399 octets
    And the gateway is configured with <integrity> in phase 2 and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with packets of 1399 and of 1400 octets
    Then the packet of 1399 octets went whole in an outer packet of <outer> octets
    And the packet of 1400 octets went in fragments, none of them of more than 1399 octets
    And the packet of 1400 octets is answered
    And ESP to the AWS side has 1500 octets at most, and none of it is a fragment
    And nothing leaves the gateway in clear

    Examples:
      | integrity | outer | why                    |
      | AES-256   | 1464  | an ICV of 12 octets    |
      | SHA-256   | 1468  | an ICV of 16 octets    |

  @tmsLink=VPN-MTU-02
  Scenario Outline: [2] Send packets of 1436 octets whole, with <integrity>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the tunnel interfaces of the gateway are to have an MTU of 1436 octets
    And the gateway is configured with <integrity> in phase 2 and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with packets of 1436 and of 1437 octets
    Then the packet of 1436 octets went whole in an outer packet of <outer> octets
    And the packet of 1437 octets went in fragments, none of them of more than 1436 octets
    And the packet of 1437 octets is answered
    And ESP to the AWS side has 1500 octets at most, and none of it is a fragment
    And nothing leaves the gateway in clear

    Examples:
      | integrity | outer | why                                 |
      | AES-256   | 1496  | an ICV of 12 octets                 |
      | SHA-256   | 1500  | an ICV of 16 octets: no octet to spare |

  @tmsLink=VPN-MTU-01 @needs-nat-traversal @needs-nat-device
  Scenario Outline: [3] Send packets of 1399 octets whole behind a NAT device, with <integrity>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the tunnel interfaces of the gateway are to have an MTU of 1399 octets
    And the gateway is configured with <integrity> in phase 2 and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with packets of 1399 and of 1400 octets
    Then the packet of 1399 octets went whole in an outer packet of <outer> octets
    And the packet of 1400 octets is answered
    And ESP to the AWS side has 1500 octets at most, and none of it is a fragment
    And nothing leaves the gateway in clear

    Examples:
      | integrity | outer | why                                  |
      | AES-256   | 1472  | an ICV of 12 octets, and UDP         |
      | SHA-256   | 1476  | an ICV of 16 octets, and UDP         |

  @tmsLink=VPN-MTU-02 @needs-nat-traversal @needs-nat-device
  Scenario Outline: [4] Note what becomes of packets of 1436 octets behind a NAT device, with <integrity>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the tunnel interfaces of the gateway are to have an MTU of 1436 octets
    And the gateway is configured with <integrity> in phase 2 and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with packets of 1422 and of 1436 octets
    Then the packet of 1422 octets went whole in an outer packet of <outer> octets
    And it is noted whether the packet of 1436 octets went in fragments, in one packet that was fragmented, or nowhere
    And nothing leaves the gateway in clear

    Examples:
      | integrity | outer | why                                       |
      | AES-256   | 1488  | the largest that fits                     |
      | SHA-256   | 1492  | the largest that fits                     |
