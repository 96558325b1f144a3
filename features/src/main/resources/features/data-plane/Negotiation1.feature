@data-plane
Feature: Negotiation1 - What the gateway negotiates for its two tunnels

  The gateway is configured from the downloaded document as a customer would do it, and begins both tunnels itself.

  @tmsLink=VPN-TUN-04 @needs-ikev1 @needs-on-demand @needs-lan-host
  Scenario: [1] Bring up each tunnel when a host behind the gateway sends
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-01 @tmsLink=VPN-IKE-09 @needs-ikev1 @needs-lan-host
  Scenario: [2] Begin each tunnel by IKEv1, from UDP port 500 of the gateway
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the first message of each tunnel comes from UDP port 500 of the gateway
    And every message of the gateway has the IKE version 1.0
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-02 @needs-ikev1 @needs-lan-host
  Scenario: [3] Run phase 1 in main mode
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each tunnel's phase 1 is a main mode of 6 messages
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-03 @needs-ikev1 @needs-lan-host
  Scenario: [4] Authenticate phase 1 with a pre-shared key
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each phase 1 proposal of the gateway authenticates with a pre-shared key
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-14 @needs-ikev1 @needs-lan-host
  Scenario: [5] Encrypt every message from message 5 of main mode on
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then every message of the gateway from message 5 of main mode on is encrypted
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-01 @needs-ikev1 @needs-lan-host
  Scenario: [6] Propose ESP in tunnel mode
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each quick mode of the gateway proposes ESP in tunnel mode
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-05 @needs-ikev1 @needs-lan-host
  Scenario: [7] Run quick mode with perfect forward secrecy
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then each quick mode of the gateway carries a Diffie-Hellman exchange
    And nothing leaves the gateway in clear

  @tmsLink=VPN-CGW-12 @needs-ikev1 @needs-lan-host
  Scenario: [8] Negotiate one pair of ESP SAs for each tunnel
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the gateway begins exactly one quick mode for each tunnel
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-05 @needs-ikev1 @needs-lan-host
  Scenario: [9] Send ESP as IP protocol 50 where there is no NAT
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then ESP goes as IP protocol 50 in both directions of each tunnel, and never in UDP
    And nothing leaves the gateway in clear
