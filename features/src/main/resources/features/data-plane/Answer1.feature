@data-plane @needs-ikev1 @needs-lan-host @long
Feature: Answer1 - The AWS side answers whenever the gateway begins

  The AWS side never begins, so a tunnel depends on its answer to the gateway's first message, whenever that comes.

  @tmsLink=VPN-TUN-21
  Scenario Outline: [1] Answer the first message <moment>, and bring the tunnels up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And <state>
    When the LAN host pings the AWS side's inside address of each tunnel for at most 60 s
    Then the AWS side has answered every first message of each tunnel within 1 s
    And DescribeVpnConnections shows both tunnels UP within 10 s
    And nothing leaves the gateway in clear

    Examples:
      | moment                      | state                                                  | why                               |
      | as soon as there is traffic | the gateway stays silent for 0 s                       | the connection was just made      |
      | after 50 s of silence       | the gateway stays silent for 50 s                      | longer than DPD waits for a peer  |
      | after a day of silence      | the gateway stays silent for 86400 s                   | longer than any lifetime of an SA |
      | after a loss                | the AWS side has deleted the SAs that both tunnels had | no SA is left on either side      |
