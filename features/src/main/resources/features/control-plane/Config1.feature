@control-plane
Feature: Config1 - The configuration document of a VPN connection

  @tmsLink=VPN-CFG-04
  Scenario Outline: [1] Write into the configuration of a <routing> VPN connection what the EC2 API shows
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then its configuration names the three resources by their ids
    And its configuration has the customer gateway's address in both tunnels, and the outside addresses of the telemetry

    Examples:
      | routing | why                |
      | static  | routes entered     |
      | dynamic | routes through BGP |

  @tmsLink=VPN-CFG-05
  Scenario Outline: [2] Write the <field> of <part> as <value>
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created
    Then its configuration says for both tunnels that <field> of <part> is <value>

    Examples:
      | part  | field                   | value        | why                         |
      | ike   | authentication_protocol | sha1         | least that a device can do  |
      | ike   | encryption_protocol     | aes-128-cbc  | least that a device can do  |
      | ike   | lifetime                | 28800        | eight hours                 |
      | ike   | perfect_forward_secrecy | group2       | the group of phase 1        |
      | ike   | mode                    | main         | not aggressive              |
      | ipsec | protocol                | esp          | not AH                      |
      | ipsec | authentication_protocol | hmac-sha1-96 | least that a device can do  |
      | ipsec | encryption_protocol     | aes-128-cbc  | least that a device can do  |
      | ipsec | lifetime                | 3600         | one hour                    |
      | ipsec | perfect_forward_secrecy | group2       | phase 2 has its own         |
      | ipsec | mode                    | tunnel       | not transport               |

  @tmsLink=VPN-CFG-06
  Scenario Outline: [3] Write the <field> of <part> as <value>
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created
    Then its configuration says for both tunnels that <field> of <part> is <value>

    Examples:
      | part                | field                           | value | why                          |
      | ipsec               | clear_df_bit                    | true  | or large packets get lost    |
      | ipsec               | fragmentation_before_encryption | true  | ESP is not reassembled       |
      | ipsec               | tcp_mss_adjustment              | 1387  | of the edition of 2018       |
      | dead_peer_detection | interval                        | 10    | seconds                      |
      | dead_peer_detection | retries                         | 3     | then the peer counts as dead |
      | bgp                 | hold_time                       | 30    | seconds                      |
