@data-plane @needs-ikev1 @needs-lan-host
Feature: Inside1 - Tunnel interfaces, their inside addresses, and what is inside ESP

  Each tunnel is bound to a logical interface with an inside address at each end; routes decide what goes in.

  @tmsLink=VPN-TUN-19
  Scenario: [1] Answer pings at the AWS side's inside address of each tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel 5 times
    Then all 5 replies came from that address, through the same tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IF-01
  Scenario: [2] Send into each tunnel what its interface leads to
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel 5 times
    Then all 5 requests for the inside address of each tunnel went through that tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IF-03 @needs-lab
  Scenario: [3] Answer pings of the AWS side at the gateway's inside address of each tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the AWS side pings the gateway's inside address of each tunnel 3 times
    Then the gateway answered all 3 from its inside address of the tunnel, through that tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IF-02
  Scenario: [4] Encapsulate in nothing but ESP
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 100 octets, DF clear
    Then everything in ESP is IPv4 in tunnel mode, and neither GRE nor IP in IP
    And all 3 packets are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IF-04 @needs-lab
  Scenario: [5] Take what comes back through the other tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the AWS side sends through tunnel 2
    When the LAN host pings the host in the VPC with 3 packets of 100 octets, DF clear
    Then the requests went through tunnel 1 and the replies came through tunnel 2
    And all 3 packets are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-20
  Scenario: [6] Judge the way to the VPC by pings of a host behind the gateway
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 84 octets, DF clear
    Then every echo request to the host in the VPC has the LAN host's address as its source
    And all 3 packets are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-08
  Scenario: [7] Negotiate each tunnel for traffic from anywhere to anywhere
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each quick mode of the gateway proposes 0.0.0.0/0 to 0.0.0.0/0
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-11 @needs-lan-stack @needs-lab
  Scenario Outline: [8] Deliver a datagram of <octets> octets with the DSCP <dscp> as it was sent
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host and the host in the VPC send each other a UDP datagram of <octets> octets with the DSCP <dscp>
    Then each got the other's packet as it was sent, but for a lower TTL
    And the outer packets have the DSCP <dscp>
    And nothing leaves the gateway in clear

    Examples:
      | octets | dscp | why                              |
      | 0      | 0    | nothing inside                   |
      | 1      | 46   | padding, expedited forwarding    |
      | 1000   | 10   | many blocks, assured forwarding  |

  @tmsLink=VPN-FW-03 @long
  Scenario: [9] Need nothing but UDP 500 and ESP from the first message to the last
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the host in the VPC and both inside addresses for 30 s, is silent for 90 s, and the gateway is stopped
    Then UDP from port 500 to port 500, ESP and ICMP errors are all that went between the outside addresses
    And nothing leaves the gateway in clear
