@data-plane @needs-ikev1 @needs-lan-host
Feature: Redundancy1 - Both tunnels, or one and a stand-in

  @tmsLink=VPN-TUN-03
  Scenario: [1] Configure both tunnels
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And the first message of each tunnel comes from UDP port 500 of the gateway
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-15 @needs-on-demand @long
  Scenario: [2] Bring up a tunnel that was down when the only one that is up fails
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And tunnel 1 alone is up
    When tunnel 1 fails for 180 s while the LAN host pings the host in the VPC for the first 180 s
    Then answers of the host in the VPC came through tunnel 2 from 120 s after the failure on
    And nothing leaves the gateway in clear
