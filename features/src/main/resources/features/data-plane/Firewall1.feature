@data-plane @needs-ikev1 @needs-lan-host @needs-wire
Feature: Firewall1 - What a firewall before the gateway has to let through

  UDP 500 both ways for IKE (rules I1, I2, O1, O2) and IP protocol 50 both ways for ESP (I3, I4, O3, O4); behind a NAT
  device UDP 4500 in addition.

  @tmsLink=VPN-FW-01 @tmsLink=VPN-FW-02
  Scenario: [1] Bring both tunnels up and carry data with the documented rules alone
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a firewall between the internet and the gateway lets through only:
      | rule | from     | to       | protocol | ports      |
      | I1   | tunnel 1 | gateway  | UDP      | 500 to 500 |
      | I2   | tunnel 2 | gateway  | UDP      | 500 to 500 |
      | I3   | tunnel 1 | gateway  | IP 50    |            |
      | I4   | tunnel 2 | gateway  | IP 50    |            |
      | O1   | gateway  | tunnel 1 | UDP      | 500 to 500 |
      | O2   | gateway  | tunnel 2 | UDP      | 500 to 500 |
      | O3   | gateway  | tunnel 1 | IP 50    |            |
      | O4   | gateway  | tunnel 2 | IP 50    |            |
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel through the firewall for 20 s
    Then IKE of both tunnels goes from UDP port 500 to UDP port 500 alone
    And ESP goes as IP protocol 50 in both directions of each tunnel, and never in UDP
    And pings through tunnel 1 are answered
    And pings through tunnel 2 are answered
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FW-01
  Scenario Outline: [2] Bring tunnel <tunnel> not up without rule <rule>, and the other one as ever
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a firewall between the internet and the gateway lets through only:
      | rule | from     | to       | protocol | ports      |
      | I1   | tunnel 1 | gateway  | UDP      | 500 to 500 |
      | I2   | tunnel 2 | gateway  | UDP      | 500 to 500 |
      | I3   | tunnel 1 | gateway  | IP 50    |            |
      | I4   | tunnel 2 | gateway  | IP 50    |            |
      | O1   | gateway  | tunnel 1 | UDP      | 500 to 500 |
      | O2   | gateway  | tunnel 2 | UDP      | 500 to 500 |
      | O3   | gateway  | tunnel 1 | IP 50    |            |
      | O4   | gateway  | tunnel 2 | IP 50    |            |
    And the firewall lacks rule <rule>
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel through the firewall for 20 s
    Then no ESP SA is agreed on for tunnel <tunnel>
    And no ping through tunnel <tunnel> is answered
    And pings through tunnel <other> are answered
    And nothing leaves the gateway in clear

    Examples:
      | rule | tunnel | other | why                             |
      | I1   | 1      | 2     | answers of IKE, tunnel 1        |
      | I2   | 2      | 1     | answers of IKE, tunnel 2        |
      | O1   | 1      | 2     | the gateway's IKE, tunnel 1     |
      | O2   | 2      | 1     | the gateway's IKE, tunnel 2     |

  @tmsLink=VPN-FW-02
  Scenario Outline: [3] Carry no data through tunnel <tunnel> without rule <rule>, while IKE completes
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a firewall between the internet and the gateway lets through only:
      | rule | from     | to       | protocol | ports      |
      | I1   | tunnel 1 | gateway  | UDP      | 500 to 500 |
      | I2   | tunnel 2 | gateway  | UDP      | 500 to 500 |
      | I3   | tunnel 1 | gateway  | IP 50    |            |
      | I4   | tunnel 2 | gateway  | IP 50    |            |
      | O1   | gateway  | tunnel 1 | UDP      | 500 to 500 |
      | O2   | gateway  | tunnel 2 | UDP      | 500 to 500 |
      | O3   | gateway  | tunnel 1 | IP 50    |            |
      | O4   | gateway  | tunnel 2 | IP 50    |            |
    And the firewall lacks rule <rule>
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel through the firewall for 20 s
    Then both sides agree on ESP SAs for tunnel <tunnel>
    And no ping through tunnel <tunnel> is answered
    And pings through tunnel <other> are answered
    And nothing leaves the gateway in clear

    Examples:
      | rule | tunnel | other | why                         |
      | I3   | 1      | 2     | answers in ESP, tunnel 1    |
      | I4   | 2      | 1     | answers in ESP, tunnel 2    |
      | O3   | 1      | 2     | the gateway's ESP, tunnel 1 |
      | O4   | 2      | 1     | the gateway's ESP, tunnel 2 |

  @tmsLink=VPN-NATT-03 @needs-nat-traversal @needs-nat-device
  Scenario: [4] Bring both tunnels of a gateway behind a NAT device up with UDP 500, ESP and UDP 4500 open
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And the gateway under test is behind a NAT device with the public address 198.18.9.1, which keeps mappings for 30 s
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a firewall between the internet and the gateway lets through only:
      | rule | from     | to       | protocol | ports       |
      | I1   | tunnel 1 | gateway  | UDP      | 500 to any  |
      | I2   | tunnel 2 | gateway  | UDP      | 500 to any  |
      | I3   | tunnel 1 | gateway  | IP 50    |             |
      | I4   | tunnel 2 | gateway  | IP 50    |             |
      | I5   | tunnel 1 | gateway  | UDP      | 4500 to any |
      | I6   | tunnel 2 | gateway  | UDP      | 4500 to any |
      | O1   | gateway  | tunnel 1 | UDP      | any to 500  |
      | O2   | gateway  | tunnel 2 | UDP      | any to 500  |
      | O3   | gateway  | tunnel 1 | IP 50    |             |
      | O4   | gateway  | tunnel 2 | IP 50    |             |
      | O5   | gateway  | tunnel 1 | UDP      | any to 4500 |
      | O6   | gateway  | tunnel 2 | UDP      | any to 4500 |
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel through the firewall for 20 s
    Then pings through tunnel 1 are answered
    And pings through tunnel 2 are answered
    And ESP goes in UDP in both directions of each tunnel, and never as IP protocol 50
    And nothing leaves the gateway in clear

  @tmsLink=VPN-NATT-03
  Scenario: [5] Use UDP 4500 only where there is a NAT device, although it is open
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And a firewall between the internet and the gateway lets through only:
      | rule | from     | to       | protocol | ports       |
      | I1   | tunnel 1 | gateway  | UDP      | 500 to any  |
      | I2   | tunnel 2 | gateway  | UDP      | 500 to any  |
      | I3   | tunnel 1 | gateway  | IP 50    |             |
      | I4   | tunnel 2 | gateway  | IP 50    |             |
      | I5   | tunnel 1 | gateway  | UDP      | 4500 to any |
      | I6   | tunnel 2 | gateway  | UDP      | 4500 to any |
      | O1   | gateway  | tunnel 1 | UDP      | any to 500  |
      | O2   | gateway  | tunnel 2 | UDP      | any to 500  |
      | O3   | gateway  | tunnel 1 | IP 50    |             |
      | O4   | gateway  | tunnel 2 | IP 50    |             |
      | O5   | gateway  | tunnel 1 | UDP      | any to 4500 |
      | O6   | gateway  | tunnel 2 | UDP      | any to 4500 |
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel through the firewall for 20 s
    Then pings through tunnel 1 are answered
    And pings through tunnel 2 are answered
    And no packet comes from or goes to UDP port 4500
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FW-05
  Scenario: [6] Send everything from the registered address
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC 10 times
    Then each packet to the AWS side comes from the registered address
    And all 10 pings are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-FW-05 @long
  Scenario: [7] Lose both tunnels when the gateway's address becomes another one
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the gateway's address becomes 198.18.7.7 while the LAN host pings the host in the VPC, five times a second for 70 s
    Then pings were answered before the change and none was after it
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear
