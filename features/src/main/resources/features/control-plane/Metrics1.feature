@control-plane @needs-cloudwatch
Feature: Metrics1 - CloudWatch metrics of a VPN connection

  @tmsLink=VPN-MON-01 @tmsLink=VPN-MON-07
  Scenario: [1] Publish the metrics of both tunnels without any set-up, also before they were ever up
    Given a virtual private gateway and a customer gateway
    When a static VPN connection is created
    Then CloudWatch lists TunnelState, TunnelDataIn and TunnelDataOut of both tunnels within 15 min
    And the data points of TunnelState are 0 for both tunnels

  @tmsLink=VPN-MON-05
  Scenario: [2] Find metrics by the id of the connection and by the outside address of the tunnel
    Given a virtual private gateway and a customer gateway
    And a VPN connection without any tunnel option
    When its metrics are listed and read by its id, by each outside address, and by an id and an address unknown
    Then by its id and by each outside address, metrics of it alone are listed
    And by its id and by each outside address, there are data points
    And by what is unknown, there are neither metrics nor data points

  @tmsLink=VPN-MON-02 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [3] Measure the state 1 of a tunnel that is up, and 0 of one that is not
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And tunnel 1 alone is up
    When a period of five minutes goes by
    Then the data points of TunnelState in it are 1 for tunnel 1 and 0 for tunnel 2
    And DescribeVpnConnections shows tunnel 1 UP and tunnel 2 DOWN

  @tmsLink=VPN-MON-02 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [4] Measure the state 0 of a tunnel that has gone down
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And tunnel 1 fails, and both sides have noticed
    When a period of five minutes goes by
    Then the data points of TunnelState in it are 0 for tunnel 1 and 1 for tunnel 2
    And DescribeVpnConnections shows tunnel 1 DOWN and tunnel 2 UP

  @tmsLink=VPN-MON-03 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [5] Count the octets received, after decryption
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the LAN host sends 100 packets of 1000 octets to an address of the VPC that no host has
    Then the Sum of TunnelDataIn of both tunnels in it is 100000 to 101000, in Bytes
    And the Sum of TunnelDataOut of both tunnels in it is 0 to 1000, in Bytes

  @tmsLink=VPN-MON-04 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [6] Count the octets sent, before encryption
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When in a period of five minutes, the host in the VPC sends 200 echo requests to an address of the LAN that no host has
    Then the Sum of TunnelDataOut of both tunnels in it is 12000 to 13000, in Bytes
    And the Sum of TunnelDataIn of both tunnels in it is 0 to 1000, in Bytes

  @tmsLink=VPN-API-27
  Scenario: [7] Answer in the Query protocol of 2018
    Given a virtual private gateway and a customer gateway
    And a VPN connection without any tunnel option
    When ListMetrics and GetMetricStatistics are asked for over the Query protocol, once it has data points
    Then the answers are ListMetricsResponse with ListMetricsResult, and GetMetricStatisticsResponse likewise
    And each is of the namespace of 2010-08-01 and ends with its RequestId
    And a data point has its Timestamp, its Unit and the five statistics

  @tmsLink=VPN-API-27 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [8] Give out the five statistics of a connection of which one tunnel is up
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And tunnel 1 alone is up
    When a period of five minutes goes by
    Then TunnelState of the connection in it has Minimum 0, Maximum 1, Average 0.5 and a Sum of half its SampleCount

  @tmsLink=VPN-MON-12 @needs-ikev1 @needs-lan-host @needs-lab
  Scenario: [9] Put the baseline of a connection into the report
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And 10 minutes have gone by
    When the last ten minutes of its metrics are read for the report
    Then the report shows TunnelState, TunnelDataIn and TunnelDataOut of both tunnels

  @tmsLink=VPN-MON-08 @needs-lab
  Scenario: [10] Publish no metrics of AWS Classic VPN
    Given a virtual private gateway with an AWS Classic VPN connection
    When its metrics are listed and read by its id, by each outside address, and by an id and an address unknown
    Then by its id and by each outside address, there are neither metrics nor data points
