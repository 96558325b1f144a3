Feature: Slow1 - a scenario that is broken off

  Scenario: [1] Wait for what never comes
    Given a stage
    When what never comes is waited for
    Then it holds
