@data-plane @needs-ikev1 @needs-lan-host @needs-wire
Feature: Forged1 - Messages that the AWS side does not take

  @tmsLink=VPN-IKE-01 @tmsLink=VPN-IKE-02
  Scenario Outline: [1] Leave a first message of <other> unanswered
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When a first message of <other> comes to each tunnel from the gateway's address
    Then the AWS side has not answered
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

    Examples:
      | other           | why                                 |
      | IKEv2           | the edition of 2018 knows IKEv1     |
      | aggressive mode | phase 1 runs in main mode           |

  @tmsLink=VPN-IKE-14
  Scenario: [2] Make no SA of a quick mode that was changed on its way
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    When an octet of each quick mode message of the gateway is changed on its way, while the LAN host pings the AWS side's inside address of each tunnel for 10 s
    Then the AWS side has answered no quick mode
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear
