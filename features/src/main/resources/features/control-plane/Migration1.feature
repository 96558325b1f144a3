@control-plane @needs-lab
Feature: Migration1 - From AWS Classic VPN to AWS VPN, as the EC2 API sees it

  A new virtual private gateway and new connections take the place of the old ones; nothing moves by itself, and nothing
  becomes AWS Classic VPN again.

  @tmsLink=VPN-MIG-07
  Scenario: [1] Create a virtual private gateway beside the one that is attached
    Given a VPC whose virtual private gateway has 1 AWS Classic VPN connection
    When another virtual private gateway is created
    Then it becomes available within 60 s, attached to no VPC
    And the old virtual private gateway is attached to the VPC, and its connections are available

  @tmsLink=VPN-MIG-02
  Scenario: [2] Leave the connections of the old virtual private gateway with it
    Given a VPC whose virtual private gateway has 3 AWS Classic VPN connections
    When another virtual private gateway takes its place, and the first connection is made anew there
    Then DescribeVpnConnections lists the 3 old connections for the old virtual private gateway
    And DescribeVpnConnections lists exactly the new connection for the new virtual private gateway

  @tmsLink=VPN-MIG-09
  Scenario: [3] Copy no static route to the new connection
    Given a VPC whose virtual private gateway has 1 AWS Classic VPN connection
    And the old connection has the static routes 10.10.0.0/16 and 10.20.0.0/16
    When the connection is made anew on another virtual private gateway, with the static route 10.30.0.0/16
    Then DescribeVpnConnections shows the static route 10.30.0.0/16 of the new connection and no other
    And DescribeVpnConnections shows the static routes 10.10.0.0/16 and 10.20.0.0/16 of the old connection and no other

  @tmsLink=VPN-MIG-10
  Scenario: [4] Give the new connection a configuration of its own
    Given a VPC whose virtual private gateway has 1 AWS Classic VPN connection
    When the connection is made anew on another virtual private gateway, with the static route 10.30.0.0/16
    Then the two configurations name the same customer gateway, each its own connection and virtual private gateway
    And the two configurations have 4 pre-shared keys, no two of them the same
    And the outside addresses of both are noted

  @tmsLink=VPN-MIG-04
  Scenario Outline: [5] Stay AWS VPN whatever is done: 150 calls in the order of seed <seed> on <start>
    Given a VPC whose virtual private gateway has <start>
    When 150 calls on the connection, its gateways, tags and routes are made in the order of the seed <seed>
    Then every connection that was ever listed was in the category VPN

    Examples:
      | start                                | seed | why                                       |
      | a VPN connection                     | 1    | one order                                 |
      | a VPN connection                     | 2    | another                                   |
      | a deleted AWS Classic VPN connection | 3    | there was a Classic one of these gateways |

  @tmsLink=VPN-MIG-19
  Scenario: [6] Delete the old connection and leave the new one alone
    Given a VPC whose virtual private gateway has 1 AWS Classic VPN connection
    And another virtual private gateway took its place, with the connection made anew
    When the old connection is deleted and watched for 60 s
    Then the states seen of it were available, deleting and deleted only, in that order, and it is deleted or gone
    And the new connection is available, with the configuration it had
    And the new virtual private gateway is attached to the VPC
