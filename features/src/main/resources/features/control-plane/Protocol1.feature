@control-plane
Feature: Protocol1 - The Query protocol: requests, signatures, errors

  @tmsLink=VPN-API-01
  Scenario Outline: [1] Answer a request that is sent <manner>
    Given an account without VPCs
    When DescribeVpnGateways is sent <manner>
    Then the answer has the status 200 and the content type text/xml
    And its document is a DescribeVpnGatewaysResponse of http://ec2.amazonaws.com/doc/2016-11-15/ with a requestId

    Examples:
      | manner           | why                                   |
      | as a signed POST | as SDKs send it                       |
      | as a signed GET  | the parameters may be in the query    |

  @tmsLink=VPN-API-02
  Scenario: [2] Find the signature in the query string
    Given an account without VPCs
    When DescribeVpnGateways is sent as a presigned GET
    Then the answer has the status 200 and the content type text/xml

  @tmsLink=VPN-API-02
  Scenario Outline: [3] Refuse a request that is sent <manner>
    Given an account without VPCs
    When CreateVpnGateway, with Type=ipsec.1, is sent <manner>
    Then the answer is refused as one of <codes>
    And there is no virtual private gateway

    Examples:
      | manner                                       | codes                                | why                           |
      | unsigned                                     | MissingAuthenticationToken           | anybody may have sent it      |
      | unsigned, with the access key as a parameter | MissingAuthenticationToken           | an access key is no secret    |
      | with an unknown access key                   | AuthFailure or InvalidClientTokenId  | no account has it             |
      | signed with another secret key               | SignatureDoesNotMatch or AuthFailure | not the owner of the account  |
      | with a parameter changed after it was signed | SignatureDoesNotMatch or AuthFailure | not what the owner asked for  |
      | signed for the service s3                    | SignatureDoesNotMatch or AuthFailure | meant for another service     |
      | signed 16 minutes ago                        | RequestExpired                       | may be sent a second time     |
      | signed 16 minutes ahead                      | RequestExpired or SignatureDoesNotMatch | its clock is wrong         |
      | presigned with another secret key            | SignatureDoesNotMatch or AuthFailure | not the owner of the account  |
      | presigned for 60 s, 16 minutes ago           | RequestExpired                       | was valid for a minute        |

  @tmsLink=VPN-API-03
  Scenario: [4] Refuse with a document that names the error
    Given an account without VPCs
    When an unknown VPN connection is described, by hand and by the SDK
    Then the answer is the error InvalidVpnConnectionID.NotFound, with the status 400
    And it is an EC2 error document with a code, a message and a RequestID
    And the SDK shows the same code and message

  @tmsLink=VPN-CAT-08
  Scenario: [5] Show a VPN connection to a request by hand as to the SDK
    Given a dynamic VPN connection that is available
    When the VPN connection is described by hand
    Then it shows the category VPN
    And it shows the state, the type, both gateways and the configuration that the SDK shows
