@data-plane @needs-ikev1 @needs-lan-host
Feature: Telemetry2 - What is told of the tunnels, against what was on the wire

  Octets in CloudWatch are those of the inner packets, after decryption or before encryption; vgwTelemetry shows when the
  status of a tunnel changed and how many routes BGP has brought through it.

  @tmsLink=VPN-MON-03 @tmsLink=VPN-MON-04 @needs-cloudwatch @needs-lab @long
  Scenario: [1] Count the octets that came out of each tunnel and went into it, exactly
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the LAN host pings the host in the VPC 50 times with 613 octets of data, and the host in the VPC pings the LAN host 30 times
    Then the Sum of TunnelDataIn of each tunnel in it is what its packets in ESP held, octet for octet, 33000 or more in all
    And the Sum of TunnelDataOut of each tunnel in it is what its packets in ESP held, octet for octet, 33000 or more in all
    And nothing leaves the gateway in clear

  @tmsLink=VPN-MON-04 @needs-cloudwatch @needs-lab @long
  Scenario: [2] Count what the VPC sends as sent alone
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the host in the VPC sends 20 echo requests to an address of the LAN that no host has
    Then the Sum of TunnelDataOut of each tunnel in it is what its packets in ESP held, octet for octet, 1100 or more in all
    And the Sum of TunnelDataIn of each tunnel in it is what its packets in ESP held, octet for octet, 0 or more in all
    And nothing leaves the gateway in clear

  @tmsLink=VPN-MON-03 @needs-cloudwatch @needs-lab @needs-wire @long
  Scenario Outline: [3] Count nothing of an ESP packet that is dropped, with <flaw>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the LAN host and the host in the VPC have exchanged 5 pings through tunnel 1
    And a period of five minutes has begun
    When an ESP packet reaches the AWS side through tunnel 1 with <flaw>
    Then the AWS side has counted one packet as <reason>, and no other
    And the Sum of TunnelDataIn of both tunnels in it is 0 to 0, in Bytes
    And the Sum of TunnelDataOut of both tunnels in it is 0 to 0, in Bytes
    And nothing but what was forged goes in clear

    Examples:
      | flaw                        | reason      | why                            |
      | a bit of the ICV flipped    | wrong-icv   | nobody knows who sent it       |
      | the octets of the last one  | replay      | it was counted when it was new |
      | the SPI after the right one | unknown-spi | it belongs to no tunnel        |

  @tmsLink=VPN-MON-03 @tmsLink=VPN-MON-04 @tmsLink=VPN-MON-05 @needs-cloudwatch @needs-lab @needs-sites @long
  Scenario: [4] Count the octets of two connections apart
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And 1 other site connected likewise to the same virtual private gateway, all tunnels up
    When in a period of five minutes, the LAN host pings the host in the VPC 40 times, and that of site 2 70 times
    Then the Sum of TunnelDataIn of each tunnel in it is what its packets in ESP held, octet for octet, 9000 or more in all
    And the Sum of TunnelDataOut of each tunnel in it is what its packets in ESP held, octet for octet, 9000 or more in all
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-18
  Scenario: [5] Date the rise of a tunnel by the end of its quick mode
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of tunnel 1 for at most 60 s
    Then the last change of tunnel 1 is the end of its quick mode, within 1 s
    And vgwTelemetry shows tunnel 1 UP and tunnel 2 DOWN, by their outside addresses
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-18
  Scenario: [6] Date the fall of a tunnel by the gateway's Delete
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway is stopped in good order
    Then DescribeVpnConnections shows both tunnels DOWN within 5 s
    And the last change of tunnel 1 comes with the gateway's Deletes on it, within 1 s
    And the last change of tunnel 2 comes with the gateway's Deletes on it, within 1 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-18 @needs-wire @long
  Scenario: [7] Date the fall of a tunnel by the last question that was left unanswered
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When nothing of the gateway arrives on tunnel 1 for 120 s
    Then DescribeVpnConnections shows tunnel 1 DOWN, since then
    And the last change of tunnel 1 is 0 to 10 s after the last question that the AWS side asked on it
    And DescribeVpnConnections shows tunnel 1 DOWN and tunnel 2 UP
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-18 @needs-bgp @needs-bgp-announce
  Scenario: [8] Take routes that come and go for no change of the status
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    And the routes 192.168.10.0/24, 192.168.11.0/24, 192.168.12.0/24 are announced by the gateway
    When the gateway announces 192.168.10.0/24, 192.168.12.0/24 instead
    Then vgwTelemetry counts 2 accepted routes of each tunnel
    And the last change of tunnel 1 is the end of its quick mode, within 1 s
    And the last change of tunnel 2 is the end of its quick mode, within 1 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-18 @needs-bgp @needs-lab @long
  Scenario Outline: [9] Count no accepted route of a tunnel once <cause> has ended its session
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a dynamic VPN connection between that VPC and the gateway under test
    And the gateway is configured from the downloaded document and started
    And BGP sessions are established through both tunnels
    When <cause> befalls tunnel 1, and 75 s go by
    Then vgwTelemetry counts 0 accepted routes of tunnel 1 and 1 of tunnel 2
    And DescribeVpnConnections shows tunnel 1 <status> and tunnel 2 UP
    And nothing leaves the gateway in clear

    Examples:
      | cause            | status | why                                        |
      | a stop of BGP    | UP     | the SAs stay, and the session does not     |
      | a silent failure | DOWN   | hold time and dead peer detection are over |
      | maintenance      | DOWN   | the AWS side has deleted the SAs itself    |

  @tmsLink=VPN-MON-03 @tmsLink=VPN-MON-04 @tmsLink=VPN-MON-05 @needs-cloudwatch @long
  Scenario: [10] Add up for the connection what its tunnels carried, also to the AWS side itself
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the LAN host pings the AWS side's inside address of each tunnel 40 times
    Then the Sum of TunnelDataIn of each tunnel in it is what its packets in ESP held, octet for octet, 6500 or more in all
    And the Sum of TunnelDataOut of each tunnel in it is what its packets in ESP held, octet for octet, 6500 or more in all
    And the Sum of TunnelDataIn of the connection in it is that of both its tunnels, with octets in each
    And the Sum of TunnelDataOut of the connection in it is that of both its tunnels, with octets in each
    And nothing leaves the gateway in clear

  @tmsLink=VPN-MON-02 @needs-cloudwatch @long
  Scenario: [11] Show in TunnelState for which part of a period the tunnels were up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the gateway is stopped in good order after 200 s
    Then the Average of TunnelState of each tunnel in it is the part of it until the gateway's first Delete, to one sample
    And DescribeVpnConnections shows both tunnels DOWN within 5 s
    And nothing leaves the gateway in clear
