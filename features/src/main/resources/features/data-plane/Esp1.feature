@data-plane @needs-ikev1 @needs-lan-host @needs-lab @needs-wire
Feature: Esp1 - What the AWS side drops, and why

  Only ESP of an SA that was negotiated is taken, once, and whole. Everything else is counted by its reason and leaves
  the SA as it is.

  @tmsLink=VPN-ESP-09
  Scenario Outline: [1] Drop ESP with <flaw>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And the LAN host and the host in the VPC have exchanged 300 pings through tunnel 1
    When an ESP packet reaches the AWS side through tunnel 1 with <flaw>
    Then the host in the VPC gets nothing
    And the AWS side has counted one packet as <reason>, and no other
    And nothing comes back from the AWS side
    And a ping with 56 octets of data is answered
    And no message deletes or replaces an SA of either tunnel
    And nothing but what was forged goes in clear

    Examples:
      | flaw                                         | reason      | why                                     |
      | a bit of the ICV flipped                     | wrong-icv   | all else is right                       |
      | a bit of the ciphertext flipped              | wrong-icv   | the ICV covers it                       |
      | a wrong ICV and a sequence number 1000 ahead | wrong-icv   | only authentic packets move the window  |
      | the SPI after the right one                  | unknown-spi | an SA that nobody has                   |
      | the octets of the last one                   | replay      | within the window                       |
      | the octets of the first one                  | replay      | long past the window                    |
      | padding that does not count                  | malformed   | RFC 4303, section 2.4: 1, 2, 3 and so on |
      | its end cut off                              | wrong-icv   | what is left is too short               |
      | nothing behind the SPI                       | malformed   | no sequence number                      |
      | half a packet inside                         | malformed   | authentic, and no IPv4 packet           |

  @tmsLink=VPN-ESP-13
  Scenario Outline: [2] Drop <what> at an outside address
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When <what> reaches the outside address of tunnel 1 in the gateway's name
    Then the host in the VPC gets nothing
    And the AWS side has counted one packet as <reason>, and no other
    And nothing comes back from the AWS side
    And a ping with 56 octets of data is answered
    And nothing but what was forged goes in clear

    Examples:
      | what                                            | reason      | why                          |
      | an echo request for the host in the VPC, IP in IP | in-clear    | an inner packet in clear     |
      | a ping in clear                                 | in-clear    | for the AWS side itself      |
      | a UDP datagram in clear                         | in-clear    | not a port of IKE            |
      | ESP with a guessed SPI                          | unknown-spi | before any authentication    |

  @tmsLink=VPN-ESP-13
  Scenario: [3] Deliver nothing that is sent to the VPC's addresses in clear
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When an echo request for the host in the VPC is sent in clear on the outside network
    Then the host in the VPC gets nothing
    And nothing comes back from the AWS side
    And nothing but what was forged goes in clear
