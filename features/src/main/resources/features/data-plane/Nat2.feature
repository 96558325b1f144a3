@data-plane @needs-ikev1 @needs-lan-host @needs-nat-traversal @needs-nat-device
Feature: Nat2 - Two gateways behind one NAT device

  The AWS side sees both at one address, and tells them apart by its own addresses and by their ports.

  @tmsLink=VPN-NATT-01
  Scenario: [1] Serve two gateways behind one public address
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And a second gateway behind the same NAT device has a static VPN connection of its own to a VPC 10.1.0.0/16 with a host at 10.1.1.10
    When both LAN hosts ping the host in their VPC 10 times
    Then all 10 pings of each LAN host are answered
    And ESP of both gateways comes from 198.18.9.1, of each from a UDP port of its own
    And nothing leaves the gateway in clear
