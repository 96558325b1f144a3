@data-plane @needs-lan-host @needs-lab @long
Feature: Setup1 - From an empty account to a host that is reached, and what the device has to do

  @tmsLink=VPN-E2E-03 @needs-ikev1
  Scenario Outline: [1] Reach nothing when <step> is left out, and name <layer>
    Given an empty account is set up as documented for a VPC 10.0.0.0/16 with a host at 10.0.1.10, but for <step>
    When the LAN host pings the host in the VPC for 20 s
    Then none of these pings is answered
    And the kit's diagnosis names <layer> first
    And nothing leaves the gateway in clear

    Examples:
      | step                    | layer       | why                                              |
      | the static route        | routing     | the virtual private gateway knows no prefix      |
      | the attachment          | attachment  | the virtual private gateway has no VPC           |
      | route propagation       | route table | the VPC does not know the way                    |
      | the security group rule | host        | the VPN is in order, and the host takes nothing  |

  @tmsLink=VPN-E2E-03 @needs-ikev1
  Scenario: [2] Reach the host when every step is done
    Given an empty account is set up as documented for a VPC 10.0.0.0/16 with a host at 10.0.1.10
    When the LAN host pings the host in the VPC for 20 s
    Then pings are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CGW-05 @needs-cloudwatch
  Scenario: [3] Bring up nothing as long as no device is configured
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a route of the VPC leads the LAN to the virtual private gateway, also while the tunnels are down
    When in a period of five minutes, the host in the VPC sends 20 echo requests to an address of the LAN that no host has
    Then the data points of TunnelState in it are 0 for tunnel 1 and 0 for tunnel 2
    And DescribeVpnConnections shows both tunnels DOWN
    And no packet leaves the AWS side for 10 s

  @tmsLink=VPN-CGW-11 @needs-ikev1
  Scenario: [4] Build an IKE SA, a pair of ESP SAs and a tunnel interface for each tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the AWS side pings the gateway's inside address of each tunnel 3 times
    Then each tunnel has had one IKE SA, and one ESP SA in each direction
    And the gateway answered all 3 from its inside address of the tunnel, through that tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CGW-13 @needs-ikev1
  Scenario: [5] Keep one pair of ESP SAs whatever the LAN sends, and let in nothing that is not for the VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC, 10.0.200.9 and 198.18.8.8, 3 times each
    Then the gateway begins exactly one quick mode for each tunnel
    And what the LAN host sent into the tunnels went to the VPC 10.0.0.0/16 alone
    And nothing for the VPC 10.0.0.0/16 leaves the gateway in clear

  @tmsLink=VPN-STAT-07 @needs-ikev1
  Scenario: [6] Answer hosts of the VPC by the route to it
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the host in the VPC pings the LAN host 5 times, once a second
    Then all 5 requests came out of the tunnels towards the LAN host
    And all 5 replies went into the tunnels, and came to the host in the VPC
    And nothing leaves the gateway in clear

  @tmsLink=VPN-STAT-07 @needs-ikev1
  Scenario: [7] Answer nothing without the route to the VPC
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document, with a route to 10.99.0.0/16 in the place of the VPC's, and started
    And both tunnels are up
    When the host in the VPC pings the LAN host 5 times, once a second
    Then all 5 requests came out of the tunnels towards the LAN host
    And no reply went into a tunnel
    And no main mode was begun since

  @tmsLink=VPN-E2E-03
  Scenario: [8] Reach nothing when the configuration of the device is left out, and name IKE
    Given an empty account is set up as documented for a VPC 10.0.0.0/16 with a host at 10.0.1.10, but for the configuration of the device
    When the LAN host pings the host in the VPC for 20 s
    Then none of these pings is answered
    And the kit's diagnosis names IKE first
    And no packet leaves the AWS side for 10 s
