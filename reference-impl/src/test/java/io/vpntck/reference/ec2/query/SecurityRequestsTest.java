package io.vpntck.reference.ec2.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security groups and network ACLs by requests. */
class SecurityRequestsTest {
    private final SmallAccount account = new SmallAccount();
    private String vpc;
    private String subnet;
    private String group;
    private String acl;

    @BeforeEach
    void makeVpc() {
        vpc = account.make("CreateVpc", "CidrBlock=10.1.0.0/16", "vpcId");
        subnet = account.make("CreateSubnet", "CidrBlock=10.1.1.0/24 VpcId=" + vpc, "subnetId");
        group = account.make("CreateSecurityGroup", "GroupName=web GroupDescription=web VpcId=" + vpc, "groupId");
        acl = account.make("CreateNetworkAcl", "VpcId=" + vpc, "networkAclId");
        account.ask("AuthorizeSecurityGroupIngress", "GroupId=" + group + " " + ssh());
        account.ask("CreateNetworkAclEntry", entry("RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=10.0.0.0/8"));
    }

    private static String ssh() {
        return "IpPermissions.1.IpProtocol=6 IpPermissions.1.FromPort=22 IpPermissions.1.ToPort=22"
                + " IpPermissions.1.IpRanges.1.CidrIp=192.168.0.0/16";
    }

    private String entry(String parameters) {
        return "NetworkAclId=" + acl + " Egress=true " + parameters;
    }

    private String state() {
        return (account.ask("DescribeSecurityGroups", "").body()
                        + account.ask("DescribeNetworkAcls", "").body())
                .replaceAll("<requestId>[^<]*<", "");
    }

    private void refused(String action, String parameters, String code) {
        String before = state();
        QueryResponse answer = account.ask(action, parameters);
        assertThat(SmallAccount.text(answer, "Code")).as(answer.body()).isEqualTo(code);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aVpcComesWithADefaultGroupAndADefaultAcl() {
        String groups = account.ask(
                        "DescribeSecurityGroups",
                        "Filter.1.Name=group-name Filter.1.Value.1=default Filter.2.Name=vpc-id Filter.2.Value.1="
                                + vpc)
                .body();
        String own = groups.replaceAll("(?s).*<groupId>(sg-[0-9a-f]+)</groupId><groupName>default<.*", "$1");
        assertThat(groups).contains("<groups><item><groupId>" + own + "</groupId>", "<cidrIp>0.0.0.0/0</cidrIp>");
        String acls = account.ask(
                        "DescribeNetworkAcls", "Filter.1.Name=association.subnet-id Filter.1.Value.1=" + subnet)
                .body();
        assertThat(acls)
                .contains("<default>true</default>", "<ruleNumber>100</ruleNumber>", "<ruleNumber>32767</ruleNumber>")
                .doesNotContain(acl);
    }

    @Test
    void rulesAreShownAndRevoked() {
        assertThat(account.ask("DescribeSecurityGroups", "GroupId.1=" + group).body())
                .contains("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>"
                        + "<ipRanges><item><cidrIp>192.168.0.0/16</cidrIp></item></ipRanges>");
        // The same rule, in the form for a single one.
        account.ask(
                "RevokeSecurityGroupIngress",
                "GroupId=" + group + " IpProtocol=tcp FromPort=22 ToPort=22 CidrIp=192.168.0.0/16");
        assertThat(account.ask("DescribeSecurityGroups", "GroupId.1=" + group).body())
                .doesNotContain("192.168.0.0/16");
    }

    @ParameterizedTest
    @CsvSource({
        "IpProtocol=tcp FromPort=22 ToPort=22 CidrIp=192.168.0.0/16, InvalidPermission.Duplicate",
        "IpProtocol=tcp FromPort=23 ToPort=22 CidrIp=192.168.0.0/16, InvalidParameterValue",
        "IpProtocol=tcp FromPort=22 ToPort=99999999999 CidrIp=192.168.0.0/16, InvalidParameterValue",
        "IpProtocol=tcp CidrIp=192.168.0.0/16, MissingParameter",
        "IpProtocol=tcp FromPort=1 ToPort=2, MissingParameter",
        "IpProtocol=icmp FromPort=256 ToPort=-1 CidrIp=192.168.0.0/16, InvalidParameterValue",
        "IpProtocol=ftp FromPort=1 ToPort=2 CidrIp=192.168.0.0/16, InvalidParameterValue",
        "IpProtocol=-1 CidrIp=192.168.0.1/16, InvalidParameterValue",
        "IpPermissions.1.IpProtocol=-1, MissingParameter",
        "IpPermissions.1.IpProtocol=-1 IpPermissions.1.Groups.1.GroupId=sg-0, InvalidGroup.NotFound",
        "IpPermissions.1.IpProtocol=-1 IpPermissions.1.Ipv6Ranges.1.CidrIpv6=10.0.0.0/8, InvalidParameterValue"
    })
    void refusesRules(String parameters, String code) {
        refused("AuthorizeSecurityGroupIngress", "GroupId=" + group + " " + parameters, code);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateSecurityGroup, GroupName=web GroupDescription=x VpcId=VPC, InvalidGroup.Duplicate",
        "CreateSecurityGroup, GroupName=default GroupDescription=x VpcId=VPC, InvalidGroup.Reserved",
        "CreateSecurityGroup, GroupName=sg-1 GroupDescription=x VpcId=VPC, InvalidParameterValue",
        "CreateSecurityGroup, GroupName=a GroupDescription=x VpcId=vpc-0, InvalidVpcID.NotFound",
        "DeleteSecurityGroup, GroupId=sg-0, InvalidGroup.NotFound",
        "RevokeSecurityGroupEgress, GroupId=GROUP IpProtocol=17 FromPort=1 ToPort=1 CidrIp=10.0.0.0/8,"
                + " InvalidPermission.NotFound",
        "DeleteVpc, VpcId=VPC, DependencyViolation",
        "DeleteNetworkAcl, NetworkAclId=acl-0, InvalidNetworkAclID.NotFound",
        "ReplaceNetworkAclAssociation, AssociationId=aclassoc-0 NetworkAclId=ACL, InvalidAssociationID.NotFound",
        "DeleteNetworkAclEntry, NetworkAclId=ACL Egress=true RuleNumber=101, InvalidNetworkAclEntry.NotFound",
        "DeleteNetworkAclEntry, NetworkAclId=ACL Egress=true RuleNumber=32767, InvalidParameterValue"
    })
    void refuses(String action, String parameters, String code) {
        refused(action, parameters.replace("VPC", vpc).replace("GROUP", group).replace("ACL", acl), code);
    }

    @ParameterizedTest
    @CsvSource({
        "RuleNumber=100 RuleAction=deny Protocol=-1 CidrBlock=10.0.0.0/8, NetworkAclEntryAlreadyExists",
        "RuleNumber=32767 RuleAction=deny Protocol=-1 CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=0 RuleAction=deny Protocol=-1 CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=1 RuleAction=pass Protocol=-1 CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=1 RuleAction=deny Protocol=tcp CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=1 RuleAction=deny Protocol=6 CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=1 RuleAction=deny Protocol=1 CidrBlock=10.0.0.0/8, InvalidParameterValue",
        "RuleNumber=1 RuleAction=deny Protocol=-1, MissingParameter",
        "RuleNumber=1 RuleAction=deny Protocol=-1 CidrBlock=10.0.0.1/8, InvalidParameterValue"
    })
    void refusesEntries(String parameters, String code) {
        refused("CreateNetworkAclEntry", entry(parameters), code);
    }

    @Test
    void aGroupThatAnotherNamesStays() {
        String other = account.make("CreateSecurityGroup", "GroupName=db GroupDescription=db VpcId=" + vpc, "groupId");
        account.ask(
                "AuthorizeSecurityGroupIngress",
                "GroupId=" + other + " IpPermissions.1.IpProtocol=-1 IpPermissions.1.Groups.1.GroupId=" + group);
        refused("DeleteSecurityGroup", "GroupId=" + group, "DependencyViolation");
        account.ask("DeleteSecurityGroup", "GroupId=" + other);
        assertThat(account.ask("DeleteSecurityGroup", "GroupId=" + group).status())
                .isEqualTo(200);
    }

    @Test
    void theDefaultsStay() {
        String defaultGroup =
                SmallAccount.text(account.ask("DescribeSecurityGroups", "GroupName.1=default"), "groupId");
        refused("DeleteSecurityGroup", "GroupId=" + defaultGroup, "CannotDelete");
        String defaultAcl = SmallAccount.text(
                account.ask("DescribeNetworkAcls", "Filter.1.Name=default Filter.1.Value.1=true"), "networkAclId");
        refused("DeleteNetworkAcl", "NetworkAclId=" + defaultAcl, "InvalidParameterValue");
    }

    @Test
    void aSubnetCanHaveAnotherAcl() {
        String association = SmallAccount.text(
                account.ask("DescribeNetworkAcls", "Filter.1.Name=association.subnet-id Filter.1.Value.1=" + subnet),
                "networkAclAssociationId");
        account.ask("ReplaceNetworkAclAssociation", "AssociationId=" + association + " NetworkAclId=" + acl);
        refused("DeleteNetworkAcl", "NetworkAclId=" + acl, "DependencyViolation");
        account.ask("DeleteSubnet", "SubnetId=" + subnet);
        account.ask("DeleteNetworkAcl", "NetworkAclId=" + acl);
        account.ask("DeleteSecurityGroup", "GroupId=" + group);
        assertThat(account.ask("DeleteVpc", "VpcId=" + vpc).status()).isEqualTo(200);
        assertThat(state()).doesNotContain(vpc);
    }
}
