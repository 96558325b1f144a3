@data-plane @needs-ikev1 @needs-lan-host @needs-lab @long
Feature: Diagnosis1 - What is named first when nothing comes through

  The documents look at IKE, IPsec, the tunnel, routing and the attachment, in this order; the kit does likewise where a
  scenario has failed.

  @tmsLink=VPN-E2E-03
  Scenario Outline: [1] Name <layer> when the gateway is configured with <edit>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document, but for <edit>, and started
    When the LAN host pings the host in the VPC for 30 s
    Then none of these pings is answered
    And the kit's diagnosis names <layer> first
    And nothing leaves the gateway in clear

    Examples:
      | edit                   | layer | why                              |
      | another pre-shared key | IKE   | main mode does not end           |
      | AES-192 in phase 2     | IPsec | quick mode finds no proposal     |

  @tmsLink=VPN-E2E-03 @needs-wire
  Scenario: [2] Name the tunnel when a firewall drops ESP
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And on the connection's way, a firewall drops ESP
    When the LAN host pings the host in the VPC for 10 s
    Then none of these pings is answered
    And the kit's diagnosis names tunnel first
    And nothing leaves the gateway in clear

  @tmsLink=VPN-E2E-03
  Scenario Outline: [3] Name <layer> when <disorder>
    Given a VPC 10.0.0.0/16 with a host at 10.0.1.10
    And a static VPN connection between that VPC and the gateway under test, routing its LAN
    And the gateway is configured from the downloaded document and started
    And both tunnels are up
    And on the connection's way, <disorder>
    When the LAN host pings the host in the VPC for 10 s
    Then none of these pings is answered
    And the kit's diagnosis names <layer> first
    And nothing leaves the gateway in clear

    Examples:
      | disorder                                | layer       | why                                      |
      | the static route is deleted             | routing     | the gateway of AWS knows no prefix       |
      | the virtual private gateway is detached | attachment  | the last that the documents look at      |
      | propagation is disabled                 | route table | attached, and no route leads there       |
