@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Change1 - Connections that are deleted, and devices that move

  @tmsLink=VPN-DEL-02
  Scenario: [1] Work with the configuration of the new connection alone
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the VPN connection is deleted and made anew, and the LAN host pings the host in the VPC for 30 s with the old configuration and as long with the new one
    Then the new configuration has other outside addresses or other pre-shared keys than the old one
    And no ping was answered with the old configuration, and pings were with the new one
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DEL-11
  Scenario: [2] End the tunnels with the connection
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the VPN connection is deleted while the host in the VPC pings the LAN host for 60 s
    Then nothing that the VPC sent was lost before it was deleted
    And from 5 s after it is shown as deleted on, nothing comes from its outside addresses
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CGW-10 @needs-sites
  Scenario: [3] Take nothing from a device that has moved to another address
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway is stopped and begins again at another address, and the LAN host pings the AWS side's inside addresses for 60 s
    Then the AWS side has heard main mode from that address, and answered nothing
    And DescribeVpnConnections shows both tunnels DOWN
    And DescribeCustomerGateways shows the address that was registered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CGW-10 @needs-sites
  Scenario: [4] Take a device at another address with a customer gateway of its own
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When a customer gateway with its other address is created, and the gateway is configured from a connection of that
    Then both tunnels of that connection carry pings
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear
