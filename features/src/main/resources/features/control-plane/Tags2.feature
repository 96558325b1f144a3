@control-plane
Feature: Tags2 - Rules of tags

  @tmsLink=VPN-API-21
  Scenario Outline: [1] Give a <resource> a second tag
    Given a <resource> with 1 tag, the first of them site = north
    When it gets the tag floor = 7
    Then DescribeTags shows of it site = north, and 2 tags in all
    And DescribeTags shows of it floor = 7, and 2 tags in all

    Examples:
      | resource                | why           |
      | VPC                     | can have tags |
      | route table             | can have tags |
      | virtual private gateway | can have tags |
      | customer gateway        | can have tags |
      | VPN connection          | can have tags |
      | subnet                  | can have tags |
      | internet gateway        | can have tags |

  @tmsLink=VPN-API-21
  Scenario: [2] Overwrite a tag
    Given a VPN connection with 1 tag, the first of them site = north
    When it gets the tag site = south
    Then DescribeTags shows of it site = south, and 1 tag in all

  @tmsLink=VPN-API-21
  Scenario: [3] Delete a tag whatever its value
    Given a VPN connection with 1 tag, the first of them site = north
    When its tag site is deleted, whatever its value
    Then DescribeTags shows of it no tag

  @tmsLink=VPN-API-21
  Scenario: [4] Delete a tag that has the value given
    Given a VPN connection with 1 tag, the first of them site = north
    When its tag site = north is deleted
    Then DescribeTags shows of it no tag

  @tmsLink=VPN-API-21
  Scenario: [5] Keep a tag that has another value than the one to delete
    Given a VPN connection with 1 tag, the first of them site = north
    When its tag site = south is deleted
    Then DescribeTags shows of it site = north, and 1 tag in all

  @tmsLink=VPN-API-21
  Scenario: [6] Take the 50th tag
    Given a VPN connection with 49 tags, the first of them site = north
    When it gets the tag floor = 7
    Then DescribeTags shows of it floor = 7, and 50 tags in all

  @tmsLink=VPN-API-21
  Scenario: [7] Refuse the 51st tag
    Given a VPN connection with 50 tags, the first of them site = north
    When it gets the tag floor = 7
    Then the request is refused, as TagLimitExceeded
    And DescribeTags shows of it site = north, and 50 tags in all

  @tmsLink=VPN-API-21
  Scenario: [8] Overwrite one of 50 tags
    Given a VPN connection with 50 tags, the first of them site = north
    When it gets the tag site = south
    Then DescribeTags shows of it site = south, and 50 tags in all
