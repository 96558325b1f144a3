@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Algorithms2 - What AWS VPN refuses

  An offer of something that is not documented is answered with NO-PROPOSAL-CHOSEN: in clear while there is no IKE SA,
  encrypted under one.

  @tmsLink=VPN-IKE-04 @tmsLink=VPN-IKE-08
  Scenario Outline: [1] Refuse <offer> in phase 1
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 1     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every offer in phase 1 with NO-PROPOSAL-CHOSEN, and sends nothing else
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer    | encryption | hash | group | why                                                             |
      | DES      | DES        |      |       | the cipher of RFC 2409                                          |
      | 3DES     | 3DES       |      |       | second proposal of a Windows sample, not among the requirements |
      | AES-192  | AES-192    |      |       | between the two key lengths that are taken                      |
      | Blowfish | Blowfish   |      |       | another cipher that IKE has a number for                        |

  @tmsLink=VPN-IKE-05 @tmsLink=VPN-IKE-08
  Scenario Outline: [2] Refuse <offer> in phase 1
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 1     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every offer in phase 1 with NO-PROPOSAL-CHOSEN, and sends nothing else
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer   | encryption | hash    | group | why                 |
      | MD5     |            | MD5     |       | shorter than SHA-1  |
      | SHA-384 |            | SHA-384 |       | longer than SHA-256 |
      | SHA-512 |            | SHA-512 |       | longer than SHA-256 |

  @tmsLink=VPN-IKE-06 @tmsLink=VPN-IKE-08
  Scenario Outline: [3] Refuse <offer> in phase 1
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 1     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every offer in phase 1 with NO-PROPOSAL-CHOSEN, and sends nothing else
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer    | encryption | hash | group | why                   |
      | group 1  |            |      | 1     | smaller than group 2  |
      | group 5  |            |      | 5     | taken in phase 2 only |
      | group 19 |            |      | 19    | a curve of 256 bits   |
      | group 20 |            |      | 20    | a curve of 384 bits   |
      | group 21 |            |      | 21    | a curve of 521 bits   |
      | group 25 |            |      | 25    | a curve of 192 bits   |

  @tmsLink=VPN-IKE-08 @needs-wire
  Scenario Outline: [4] Refuse <method> as authentication of phase 1
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And every first message of the gateway offers <method> for authentication when it arrives
    And the gateway is configured from the downloaded document and started
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every offer in phase 1 with NO-PROPOSAL-CHOSEN, and sends nothing else
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | method         | why                                   |
      | RSA signatures | certificates are not for this edition |
      | DSS signatures | the other signatures of RFC 2409      |

  @tmsLink=VPN-IKE-08
  Scenario: [5] Take the documented offer of a gateway that was refused before
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption | hash    | group |
      | both   | 1     | 3DES       | SHA-512 | 5     |
    And the AWS side has refused its offers of phase 1 within 20 s
    When the gateway is configured from the downloaded document, and the LAN host pings for at most 60 s
    Then DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ESP-02
  Scenario Outline: [6] Refuse <offer> in phase 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 2     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every quick mode with NO-PROPOSAL-CHOSEN, encrypted
    And no ESP is seen on either tunnel
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer       | encryption  | hash | group | why                                        |
      | NULL        | NULL        |      |       | no encryption at all                       |
      | DES         | DES         |      |       | the cipher of RFC 2405                     |
      | 3DES        | 3DES        |      |       | what Windows samples offer besides         |
      | AES-192     | AES-192     |      |       | between the two key lengths that are taken |
      | Blowfish    | Blowfish    |      |       | another cipher that ESP has a number for   |
      | AES-128-CTR | AES-128-CTR |      |       | AES in another mode                        |
      | AES-128-GCM | AES-128-GCM | none |       | encryption and integrity in one            |

  @tmsLink=VPN-ESP-03
  Scenario Outline: [7] Refuse <offer> in phase 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 2     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every quick mode with NO-PROPOSAL-CHOSEN, encrypted
    And no ESP is seen on either tunnel
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer        | encryption | hash    | group | why                   |
      | MD5          |            | MD5     |       | shorter than SHA-1    |
      | SHA-384      |            | SHA-384 |       | longer than SHA-256   |
      | SHA-512      |            | SHA-512 |       | longer than SHA-256   |
      | no integrity |            | none    |       | ESP without integrity |

  @tmsLink=VPN-ESP-06
  Scenario Outline: [8] Refuse <offer> in phase 2
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption   | hash   | group   |
      | both   | 2     | <encryption> | <hash> | <group> |
    When the LAN host pings the AWS side's inside address of each tunnel for at most 20 s
    Then the AWS side answers every quick mode with NO-PROPOSAL-CHOSEN, encrypted
    And no ESP is seen on either tunnel
    And DescribeVpnConnections shows both tunnels DOWN
    And nothing leaves the gateway in clear

    Examples:
      | offer    | encryption | hash | group | why                                 |
      | group 1  |            |      | 1     | named in one sample, an error there |
      | group 19 |            |      | 19    | a curve of 256 bits                 |
      | group 20 |            |      | 20    | a curve of 384 bits                 |
      | group 21 |            |      | 21    | a curve of 521 bits                 |
      | no group |            |      | none  | no perfect forward secrecy          |

  @tmsLink=VPN-ESP-03
  Scenario: [9] Drop ESP whose HMAC-SHA-256 is cut to 96 bits
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured with these algorithms and started:
      | tunnel | phase | encryption | hash       | group |
      | both   | 2     |            | SHA-256-96 |       |
    When the LAN host pings the host in the VPC 10 times
    Then ESP came from the gateway, and none from the AWS side
    And no ping is answered
    And nothing leaves the gateway in clear
