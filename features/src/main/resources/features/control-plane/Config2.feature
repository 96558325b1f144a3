@control-plane
Feature: Config2 - What devices and tools read from the configuration document

  The control plane hands out one native document; the text documents are made of it, for a vendor each.

  @tmsLink=VPN-CFG-01
  Scenario Outline: [1] Cover both tunnels of a <routing> VPN connection, in XML and in text
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then its configuration has 2 tunnels
    And both have every element of a <routing> configuration, with a value
    And the generic document has "IPSec Tunnel #1" and "IPSec Tunnel #2", each with a value for these fields:
      | IKE Version                     |
      | Authentication Method           |
      | Pre-Shared Key                  |
      | Authentication Algorithm        |
      | Encryption Algorithm            |
      | Lifetime                        |
      | Phase 1 Negotiation Mode        |
      | Diffie-Hellman                  |
      | IPSec Protocol                  |
      | IPSec Authentication Algorithm  |
      | IPSec Encryption Algorithm      |
      | IPSec Lifetime                  |
      | IPSec Mode                      |
      | IPSec Perfect Forward Secrecy   |
      | IPSec DPD Interval              |
      | IPSec DPD Retries               |
      | IPSec TCP MSS Adjustment        |
      | IPSec Clear Don't Fragment Bit  |
      | IPSec Fragmentation             |
      | Outside Customer Gateway        |
      | Outside Virtual Private Gateway |
      | Inside Customer Gateway         |
      | Inside Virtual Private Gateway  |
      | Tunnel interface MTU            |
    And section #4 of both tunnels of the generic document has values for <fields>

    Examples:
      | routing | fields                                                                                     | why                |
      | static  | Next hop                                                                                   | routes entered     |
      | dynamic | Customer Gateway ASN, Virtual Private Gateway ASN, Neighbor IP Address, Neighbor Hold Time | routes through BGP |

  @tmsLink=VPN-CFG-08
  Scenario Outline: [2] Put the text for a <routing> VPN connection into four numbered sections for each tunnel
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then both tunnels of the generic document have these sections, in this order:
      | #1: Internet Key Exchange Configuration |
      | #2: IPSec Configuration                 |
      | #3: Tunnel Interface Configuration      |
      | #4: <fourth> Configuration              |

    Examples:
      | routing | fourth                        | why                |
      | static  | Static Routing                | routes entered     |
      | dynamic | Border Gateway Protocol (BGP) | routes through BGP |

  @tmsLink=VPN-CFG-09
  Scenario Outline: [3] Give out no value of the documents' examples for a <routing> VPN connection
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created
    Then nothing of what the documents show as examples is in its configuration, or in a document made of it:
      | YOUR_      |
      | 72.21.209. |
      | 7224       |

    Examples:
      | routing | why                           |
      | static  | addresses and keys            |
      | dynamic | addresses, keys and both ASNs |

  @tmsLink=VPN-CFG-10
  Scenario Outline: [4] Let the known readers find in the XML of a <routing> VPN connection what they look for
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created, with 169.254.44.0/30 and key.of.tunnel.1 for tunnel 1 and with 169.254.44.4/30 and key.of.tunnel.2 for tunnel 2
    Then Terraform's reader finds the outside addresses of the telemetry, each with one of these:
      | vgw inside   | cgw inside   | preshared key   | bgp asn | bgp holdtime |
      | 169.254.44.1 | 169.254.44.2 | key.of.tunnel.1 | <asn>   | <holdtime>   |
      | 169.254.44.5 | 169.254.44.6 | key.of.tunnel.2 | <asn>   | <holdtime>   |
    And it finds the same when the tunnels change places in the document
    And Batfish's reader takes its routing for <routing>
    And Batfish's reader finds these values in both tunnels:
      | customer_gateway/tunnel_inside_address/network_cidr | 30           |
      | vpn_gateway/tunnel_inside_address/network_cidr      | 30           |
      | ike/authentication_protocol                         | sha1         |
      | ike/encryption_protocol                             | aes-128-cbc  |
      | ike/lifetime                                        | 28800        |
      | ike/perfect_forward_secrecy                         | group2       |
      | ike/mode                                            | main         |
      | ipsec/protocol                                      | esp          |
      | ipsec/authentication_protocol                       | hmac-sha1-96 |
      | ipsec/encryption_protocol                           | aes-128-cbc  |
      | ipsec/lifetime                                      | 3600         |
      | ipsec/perfect_forward_secrecy                       | group2       |
      | ipsec/mode                                          | tunnel       |

    Examples:
      | routing | asn   | holdtime | why                          |
      | static  | -     | -        | no BGP to read               |
      | dynamic | 64512 | 30       | the default ASN of AWS's end |

  @tmsLink=VPN-CFG-11
  Scenario: [5] Say that the values are the minimum, and which others may be used
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created
    Then section #1 of both tunnels of the generic document says that "AES128, SHA1 and Diffie-Hellman group 2" is the minimum, and offers "AES256, SHA256" with the groups "2, 14-18, 22, 23 and 24"
    And section #2 of both tunnels of the generic document says that "AES128, SHA1 and Diffie-Hellman group 2" is the minimum, and offers "AES256, SHA256" with the groups "2, 5, 14-18, 22, 23 and 24"

  @tmsLink=VPN-CFG-02
  Scenario Outline: [6] Give the values of a <routing> VPN connection alike in the document of each vendor
    Given a virtual private gateway and a customer gateway
    When a <routing> VPN connection is created, with 169.254.44.0/30 and key.of.tunnel.1 for tunnel 1 and with 169.254.44.4/30 and key.of.tunnel.2 for tunnel 2
    Then the documents for <vendors> name these values of its tunnels:
      | inside address at the customer | pre-shared key  |
      | 169.254.44.2                   | key.of.tunnel.1 |
      | 169.254.44.6                   | key.of.tunnel.2 |
    And the documents for <vendors> name the customer gateway's address and the outside addresses of the telemetry

    Examples:
      | routing | vendors                                                   | why                             |
      | static  | generic, strongswan, libreswan and cisco-ios              | route-based, with static routes |
      | dynamic | generic, strongswan, libreswan, cisco-ios and juniper-srx | route-based, with BGP           |

  @tmsLink=VPN-CFG-02
  Scenario: [7] Give both ASNs alike in the document of each vendor
    Given a virtual private gateway and a customer gateway
    When a dynamic VPN connection is created
    Then the documents for generic, strongswan, libreswan, cisco-ios and juniper-srx name the ASNs 64512 and 65000
