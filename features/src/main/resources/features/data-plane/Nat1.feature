@data-plane @needs-ikev1 @needs-lan-host
Feature: Nat1 - Traversal of a NAT device before the gateway

  A NAT device hides the gateway behind its public address, which is the one to register, and gives it other ports.
  It passes UDP alone (RFC 3947, RFC 3948).

  @tmsLink=VPN-NATT-01 @needs-nat-traversal @needs-nat-device
  Scenario: [1] Take part in NAT traversal on the AWS side
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the AWS side shows the vendor id of NAT traversal and two discovery payloads in main mode of each tunnel
    And from message 5 on both sides of each tunnel send IKE over UDP port 4500 of the AWS side, behind the non-ESP marker
    And ESP goes in UDP in both directions of each tunnel, and never as IP protocol 50
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-02 @needs-nat-traversal @needs-nat-device
  Scenario: [2] Bring both tunnels up when the NAT device's public address is registered
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each packet to the AWS side comes from the registered address 198.18.9.1
    And ESP goes in UDP in both directions of each tunnel, and never as IP protocol 50
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-02 @needs-nat-device
  Scenario: [3] Bring no tunnel up when the gateway's own address behind the NAT device is registered
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    When a customer gateway is registered with the gateway's own address, configured, and used from the LAN for 20 s
    Then the registration was refused, or both tunnels are DOWN and no ping was answered

  @tmsLink=VPN-NATT-04 @needs-nat-traversal @needs-nat-device
  Scenario: [4] Go over to port 4500 with message 5 of main mode, and to UDP-encapsulated tunnel mode
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then messages 1 to 4 of each main mode go over UDP port 500 of the AWS side
    And from message 5 on both sides of each tunnel send IKE over UDP port 4500 of the AWS side, behind the non-ESP marker
    And each quick mode of the gateway proposes UDP-encapsulated tunnel mode
    And ESP goes in UDP in both directions of each tunnel, and never as IP protocol 50
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-06
  Scenario: [5] Leave the addresses inside the tunnel as they are
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC 10 times
    Then each packet for the host in the VPC comes out of its tunnel with the LAN host's own address
    And all 10 pings are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-08 @needs-nat-traversal @needs-nat-device
  Scenario: [6] Take a private address as the identity of a gateway behind a NAT device
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And the gateway shows its own address, behind the NAT device, as its identity
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-10 @needs-nat-device @needs-lab @long
  Scenario: [7] Know no NAT traversal on AWS Classic VPN
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then no message of the AWS side has a vendor id or a discovery payload of NAT traversal
    And the AWS side sends nothing from UDP port 4500
    And no ESP is on the outside network
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-07 @needs-nat-traversal @needs-nat-device @long
  Scenario: [8] Keep the mapping of the NAT device alive while nothing goes through the tunnels
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When nothing goes through the tunnels for 600 s, and then the host in the VPC pings the LAN host 5 times
    Then the gateway lets no 30 s go by without a packet through the NAT device
    And the LAN host answers all 5 pings of the host in the VPC through ESP in UDP
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-09 @needs-nat-traversal @needs-nat-device @long
  Scenario: [9] Follow the gateway to another port when the NAT device forgets its mappings
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the NAT device forgets its mappings while the LAN host pings the host in the VPC, five times a second for 60 s
    Then ESP of the gateway comes from another UDP port than before, and pings are answered again within 40 s
    And nothing leaves the gateway in clear
