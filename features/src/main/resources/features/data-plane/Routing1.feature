@data-plane @long
Feature: Routing1 - Which packets of a VPC enter the tunnels

  @tmsLink=VPN-ROUTE-02 @needs-ikev1 @needs-lan-host
  Scenario: [1] Drop what goes to the LAN until a route table leads it to the virtual private gateway
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test that no route table leads to
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When the LAN host pings the host in the VPC 5 times before a route leads the LAN to the virtual private gateway and 5 times after
    Then none of the first 5 pings is answered
    And all of the last 5 pings are answered
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-07 @needs-ikev1 @needs-lan-host
  Scenario: [2] Send to the prefixes alone that the virtual private gateway knows
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test that no route table leads to
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And every other destination of the VPC is led to the virtual private gateway
    When the host in the VPC pings the LAN host, 192.168.11.5 and 198.18.8.8, 3 times each
    Then what the host in the VPC sent into the tunnels went to the LAN host alone
    And nothing leaves the gateway in clear

  @tmsLink=VPN-ROUTE-04 @needs-ikev1 @needs-lan-host
  Scenario: [3] Send through one of the tunnels what a route leads to the virtual private gateway
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test that no route table leads to
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    When a route leads the LAN to the virtual private gateway, and the host in the VPC pings the LAN host 5 times
    Then the route to the LAN is active, and its origin is CreateRoute
    And all 5 echo requests of the host in the VPC went through one tunnel, and none through the other
    And nothing leaves the gateway in clear
