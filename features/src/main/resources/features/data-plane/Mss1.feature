@data-plane @needs-ikev1 @needs-lan-host @needs-lan-stack @needs-lab
Feature: Mss1 - The maximum segment size of TCP through the tunnels

  The gateway lowers what the two ends of a connection tell each other in SYN segments, so that their segments fit.

  @tmsLink=VPN-MSS-01
  Scenario Outline: [1] Lower the maximum segment size in a <kind> from <from>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When <from> sends a <kind> with a maximum segment size of 1460 to <to>
    Then it arrives with a maximum segment size of 1387 at most, and a right checksum
    And nothing else of it has changed
    And nothing leaves the gateway in clear

    Examples:
      | from                | to                  | kind    | why                        |
      | the LAN host        | the host in the VPC | SYN     | into the tunnel            |
      | the host in the VPC | the LAN host        | SYN     | out of the tunnel          |
      | the LAN host        | the host in the VPC | SYN/ACK | the answer, into the tunnel |
      | the host in the VPC | the LAN host        | SYN/ACK | the answer, out of it      |

  @tmsLink=VPN-MSS-01
  Scenario: [2] Leave every other segment as it is
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host sends segments without SYN to the host in the VPC, one of them with that option
    Then all of them arrive as they were sent, but for a lower TTL
    And nothing leaves the gateway in clear

  @tmsLink=VPN-MSS-02
  Scenario Outline: [3] Make <after> of a maximum segment size of <before>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host sends a SYN with a maximum segment size of <before> to the host in the VPC
    Then the downloaded document says a tcp_mss_adjustment of 1387 for each tunnel
    And it arrives with a maximum segment size of <after>
    And nothing leaves the gateway in clear

    Examples:
      | before | after | why                         |
      | 1460   | 1387  | what Ethernet gives         |
      | 1388   | 1387  | one too many                |
      | 1387   | 1387  | just right                  |
      | 1200   | 1200  | lower: it is never raised   |
      | none   | none  | a SYN may go without        |

  @tmsLink=VPN-MSS-03
  Scenario: [4] Carry 1 MB each way over TCP without a fragment
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host and the host in the VPC send each other 1 MB over one TCP connection
    Then all 1 MB arrived at each end
    And there was no fragment inside ESP or outside, and no ICMP error
    And nothing leaves the gateway in clear

  @tmsLink=VPN-MSS-03 @long @slow
  Scenario: [5] Carry 10 MB each way over TCP without a fragment
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host and the host in the VPC send each other 10 MB over one TCP connection
    Then all 10 MB arrived at each end
    And there was no fragment inside ESP or outside, and no ICMP error
    And nothing leaves the gateway in clear
