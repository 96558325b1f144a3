@data-plane @needs-ikev1 @needs-lan-host
Feature: Delete1 - The orderly end of SAs

  @tmsLink=VPN-IKE-15
  Scenario: [1] Tell the AWS side when the gateway is stopped
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway is stopped in good order
    Then the gateway has sent Deletes of the ESP SAs and of the IKE SA of each tunnel
    And DescribeVpnConnections shows both tunnels DOWN within 5 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-15 @needs-wire
  Scenario: [2] Drop packets of SAs that were deleted
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway is stopped in good order, and its last packets of ESP are sent once more
    Then DescribeVpnConnections shows both tunnels DOWN within 5 s
    And the AWS side sends nothing more
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-15
  Scenario: [3] Use no SA any more that the AWS side has deleted
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the AWS side deletes the SAs of both tunnels, and the LAN host pings the host in the VPC every second for 10 s
    Then the gateway uses no SA that the AWS side has deleted
    And nothing leaves the gateway in clear
