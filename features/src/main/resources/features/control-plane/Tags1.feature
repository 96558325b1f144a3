@control-plane
Feature: Tags1 - Names and other tags

  @tmsLink=VPN-TAG-01
  Scenario Outline: [1] Give a <resource> a name, and take it away again
    Given a VPC, a virtual private gateway, a customer gateway and a VPN connection
    When the <resource> gets the tag Name = Zurich
    Then describing the <resource> shows the tag Name = Zurich
    And DescribeTags shows Name = Zurich of the <resource> and no other tag
    And the tag is gone after it is deleted

    Examples:
      | resource                | why              |
      | customer gateway        | has a name field |
      | virtual private gateway | has a name field |
      | VPN connection          | has a name field |
      | route table             | has a name field |
