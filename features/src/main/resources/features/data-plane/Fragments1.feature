@data-plane @needs-ikev1 @needs-lan-host
Feature: Fragments1 - Packets that are larger than a tunnel takes

  They are fragmented before they are encrypted, pass the AWS side fragment by fragment, and are put together by the
  host that they are for. Where DF forbids that and is honoured, their sender is told what fits (RFC 1191).

  @tmsLink=VPN-FRAG-01
  Scenario: [1] Fragment before encryption
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 3000 octets, DF clear
    Then ESP to the AWS side has 1500 octets at most, and none of it is a fragment
    And each of the 3 packets went in as 3 fragments or more
    And all 3 packets are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-03 @needs-lab
  Scenario: [2] Forward fragments one by one, for the host to put together
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 3000 octets, DF clear
    Then the host in the VPC got the fragments one by one, as they were in ESP
    And all 3 packets are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-04
  Scenario: [3] Send a large packet with DF in fragments, or tell its sender what fits
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 1500 octets, DF set
    Then all 3 packets are answered, or the LAN host is told an MTU of 1280 to 1438 octets
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-05
  Scenario: [4] Tell the sender what fits where DF is honoured
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured to honour DF, and started
    And both tunnels are up
    When the LAN host pings the host in the VPC with 3 packets of 1500 octets, DF set
    Then none of the 3 packets is answered
    And the LAN host is told an MTU of 1280 to 1438 octets
    And packets of the MTU that it is told are answered, DF set
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-06
  Scenario: [5] Answer pings of 1410 octets with DF at the AWS side's inside address
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of tunnel 1 with packets of 1410 octets and of more up to 1500, DF set
    Then the packet of 1410 octets is answered
    And the largest packet that was answered is noted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-03 @needs-lan-stack @needs-lab
  Scenario: [6] Fragment what a host in the VPC sends before encryption
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the host in the VPC sends the LAN host a UDP datagram of 3000 octets, DF clear
    Then ESP from the AWS side has 1500 octets at most, and none of it is a fragment
    And the LAN host got 3 fragments that make the datagram
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FRAG-05 @needs-lan-stack @needs-lab
  Scenario: [7] Tell a host in the VPC what fits where DF is set
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the host in the VPC sends the LAN host a UDP datagram of 1472 octets, DF set
    Then the host in the VPC is told an MTU of 1280 to 1438 octets
    And a UDP datagram that makes a packet of this MTU arrives whole at the LAN host, DF set
    And nothing leaves the gateway in clear
