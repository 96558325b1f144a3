@control-plane
Feature: Clients1 - Clients as they are, told another endpoint

  @tmsLink=VPN-API-30
  Scenario: [1] Lead a VPN connection from creation to deletion by the SDK
    Given a virtual private gateway and a customer gateway
    When a VPN connection is created, watched until it is available, deleted and watched for 60 s
    Then the states seen were among pending, available, deleting and deleted, in that order
    And the last state seen was deleted, or it is listed no more

  @needs-aws-cli @tmsLink=VPN-CAT-04
  Scenario: [2] Show the category on the command line
    Given a dynamic VPN connection that is available
    When the AWS CLI describes the VPN connection
    Then it prints the category VPN
    And every command ends well, without a word on standard error

  @needs-aws-cli @tmsLink=VPN-API-30
  Scenario: [3] Lead a VPN connection from creation to deletion on the command line
    Given a virtual private gateway and a customer gateway
    When the AWS CLI creates a VPN connection between them, describes it and deletes it
    Then every command ends well, without a word on standard error
    And it prints the key key.of.tunnel.1 in the configuration, and the VPN connection in the list
    And the SDK shows the VPN connection deleting or deleted
