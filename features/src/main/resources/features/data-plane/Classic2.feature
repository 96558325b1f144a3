@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Classic2 - The tunnels of an AWS Classic VPN connection

  They take AES-128, SHA-1 and Diffie-Hellman group 2, and know no NAT traversal.

  @tmsLink=VPN-IKE-12 @tmsLink=VPN-CAT-03
  Scenario Outline: [1] Refuse <algorithm> in <phase> on AWS Classic VPN
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured with <algorithm> in <phase> and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the first message of each tunnel comes from UDP port 500 of the gateway
    And DescribeVpnConnections shows both tunnels DOWN

    Examples:
      | phase   | algorithm | why                       |
      | phase 1 | AES-256   | encryption of IKE         |
      | phase 1 | SHA-256   | hash of IKE               |
      | phase 1 | group 14  | Diffie-Hellman of IKE     |
      | phase 2 | AES-256   | encryption of ESP         |
      | phase 2 | SHA-256   | integrity of ESP          |
      | phase 2 | group 14  | perfect forward secrecy   |

  @tmsLink=VPN-CAT-03
  Scenario Outline: [2] Take <algorithm> in <phase> on AWS VPN
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with <algorithm> in <phase> and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then DescribeVpnConnections shows both tunnels UP within 60 s

    Examples:
      | phase   | algorithm | why                       |
      | phase 1 | AES-256   | encryption of IKE         |
      | phase 1 | SHA-256   | hash of IKE               |
      | phase 1 | group 14  | Diffie-Hellman of IKE     |
      | phase 2 | AES-256   | encryption of ESP         |
      | phase 2 | SHA-256   | integrity of ESP          |
      | phase 2 | group 14  | perfect forward secrecy   |

  @tmsLink=VPN-IKE-12 @tmsLink=VPN-CAT-03
  Scenario: [3] Take AES-128, SHA-1 and group 2 on AWS Classic VPN, and offer no NAT traversal
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And an AWS Classic VPN connection between that VPC and the gateway under test, with propagated routes
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then DescribeVpnConnections shows both tunnels UP within 60 s
    And no message of the AWS side has a vendor id or a discovery payload of NAT traversal
