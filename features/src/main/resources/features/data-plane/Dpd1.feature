@data-plane @needs-ikev1 @needs-lan-host
Feature: Dpd1 - Dead peer detection by the gateway

  RFC 3706. The configuration recommends an interval of 10 s and three tries.

  @tmsLink=VPN-DPD-01
  Scenario: [1] Announce dead peer detection, and ask a silent peer
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel 1 fails for 30 s while the LAN host pings the host in the VPC for the first 30 s
    Then each main mode of the gateway shows the vendor id of dead peer detection
    And the gateway has asked the silent peer of tunnel 1 whether it is there
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-01
  Scenario: [2] Answer each question of the AWS side
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured to ask a silent peer after 600 s, and started
    And both tunnels are up
    When 30 s go by without traffic
    Then the gateway has answered each question of the AWS side within 1 s, with its number
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-02 @long
  Scenario: [3] Take a silent peer for dead after about 30 to 40 s
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel 1 fails for 120 s while the LAN host pings the host in the VPC for the first 120 s
    Then the gateway has begun main mode on tunnel 1 between 25 s and 45 s after its failure
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-04 @long
  Scenario: [4] Begin again until the tunnel is healed
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel 1 fails for 60 s while the LAN host pings the host in the VPC for the first 25 s
    Then DescribeVpnConnections shows both tunnels UP within 60 s
    And the gateway has repeated message 1 of main mode on tunnel 1 until it was answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-05 @long
  Scenario: [5] Use the other tunnel meanwhile
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When tunnel 1 fails for 120 s while the LAN host pings the host in the VPC for the first 120 s
    Then answers of the host in the VPC came through tunnel 2 from 60 s after the failure on
    And nothing leaves the gateway in clear
