@data-plane @needs-ikev1 @needs-lan-host @needs-wire
Feature: Loss1 - Tunnels over a network that loses, duplicates and reorders packets

  What befalls each packet follows from a seed; the list is part of the evidence, and when a scenario fails, so is the
  smallest list with which it still fails. At 30 % loss some courses of chance let no gateway be in time; with those of
  [1], one that sends again after 2, 4, 8 and 16 s is.

  @tmsLink=VPN-IKE-16
  Scenario Outline: [1] Negotiate both tunnels although IKE packets are lost, duplicated and reordered, seed <seed>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And of IKE packets 30 % are lost, 20 % come twice, and all are delayed by up to 500 ms, by the seed <seed>
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 1 s
    And both sides agree on one IKE SA and one pair of ESP SAs for each tunnel
    And nothing leaves the gateway in clear

    Examples:
      | seed | why                  |
      | 1    | one course of chance |
      | 2    | one course of chance |
      | 3    | one course of chance |
      | 5    | one course of chance |
      | 6    | one course of chance |

  @tmsLink=VPN-IKE-16 @long
  Scenario Outline: [2] Stay safe while all packets are disturbed, and carry traffic again soon after, seed <seed>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And of all packets 20 % are lost, 10 % come twice, and all are delayed by up to 150 ms, by the seed <seed>
    When the LAN host pings the host in the VPC once a second for 90 s, the network recovers, and it pings on for at most 120 s
    Then pings were answered again within that time
    And the host in the VPC was handed each of the pings once at most
    And nothing leaves the gateway in clear

    Examples:
      | seed | why                  |
      | 1    | one course of chance |
      | 2    | one course of chance |
      | 3    | one course of chance |
