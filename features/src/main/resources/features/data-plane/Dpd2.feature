@data-plane @needs-ikev1 @needs-lan-host @needs-wire @long
Feature: Dpd2 - Dead peer detection by the AWS side

  @tmsLink=VPN-DPD-03
  Scenario: [1] Ask a silent gateway, and take the tunnel down when it does not answer
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When nothing of the gateway arrives on tunnel 1 for 120 s
    Then the AWS side has asked the gateway of tunnel 1 whether it is there
    And DescribeVpnConnections shows tunnel 1 DOWN, since then
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-06
  Scenario: [2] Wait for the gateway after its loss, whatever the VPC sends
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a route of the VPC leads the LAN to the virtual private gateway, also while the tunnels are down
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When nothing of the gateway arrives for 300 s while the host in the VPC pings the LAN host
    Then the AWS side has begun no main mode
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

  @tmsLink=VPN-DPD-07
  Scenario: [3] Keep a tunnel on which two of three questions are lost
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured to ask a silent peer after 600 s, and started
    And both tunnels are up
    When 180 s go by in which two of three questions of the AWS side are lost on tunnel 1
    Then the status of both tunnels is UP, and has not changed since
    And at least 4 questions of the AWS side were lost
    And nothing leaves the gateway in clear
