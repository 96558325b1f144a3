@control-plane
Feature: Sample1 - scenarios that end in every way

  @tmsLink=VPN-AAA-01
  Scenario: [1] Pass
    Given a stage
    When something is done
    Then it holds

  @tmsLink=VPN-AAA-01 @tmsLink=VPN-AAA-02
  Scenario: [2] Fail at the last step
    Given a stage
    When something is done
    Then it holds
    And it fails with "two is not three"
    And it holds

  @tmsLink=VPN-AAA-03
  Scenario: [3] Break while the stage is set
    Given a stage that cannot be set
    When something is done
    Then it holds

  @tmsLink=VPN-AAA-04 @needs-bgp
  Scenario: [4] Need what is not claimed
    Given a stage
    When something is done
    Then it holds

  @tmsLink=VPN-AAA-05
  Scenario Outline: [5] Hold for <value>
    Given a stage
    When something is done
    Then it holds for <value>

    Examples:
      | value |
      | 1     |
      | 2     |

  @tmsLink=VPN-AAA-06
  Scenario: [6] Have a step that nobody wrote
    Given a stage
    When nobody wrote this
    Then it holds

  @tmsLink=VPN-AAA-07
  Scenario: [7] Give up by an assumption
    Given a stage
    When somebody must push a button
    Then it holds

  @tmsLink=VPN-AAA-08
  Scenario: [8] Fail in When
    Given a stage
    When something is done that breaks
    Then it holds
