@data-plane @needs-ikev1 @needs-lan-host @needs-wire
Feature: Retransmission1 - Messages that are lost, repeated or copied

  @tmsLink=VPN-IKE-02
  Scenario: [1] Repeat a message octet for octet until it is answered
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When the first 2 answers of each tunnel to main mode are lost, while the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And the gateway has sent message 1 of main mode at least 2 times, octet for octet the same
    And each tunnel has come to one main mode and one quick mode
    And nothing leaves the gateway in clear

  @tmsLink=VPN-IKE-02
  Scenario: [2] Answer copies as the messages themselves, or not at all
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When each IKE message that the gateway has sent comes to the AWS side once more
    Then the AWS side has sent nothing new, and nothing twice
    And each tunnel has come to one main mode and one quick mode
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-TUN-04 @needs-on-demand @long
  Scenario: [3] Let the gateway through a flood of first messages
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the SAs of both tunnels are deleted, and 500 strangers begin main mode on each while the LAN host pings the AWS side's inside addresses for at most 20 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And each stranger has got one answer at most, no longer than the message
    And nothing leaves the gateway in clear
