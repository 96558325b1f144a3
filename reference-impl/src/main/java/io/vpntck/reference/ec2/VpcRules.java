package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;
import java.util.Optional;

/** What the control plane says of the packets of a host in a VPC. A host is in the default security group. */
public interface VpcRules {
    /** Lets everything pass, and leads nothing anywhere. */
    VpcRules OPEN = new VpcRules() {
        @Override
        public Optional<List<IpPermission>> securityGroup(String vpcId, boolean outbound) {
            return Optional.empty();
        }

        @Override
        public Optional<List<AclEntry>> networkAcl(String vpcId, Ipv4Address host, boolean egress) {
            return Optional.empty();
        }

        @Override
        public Optional<String> target(String vpcId, Ipv4Address host, IpPrefix destination) {
            return Optional.empty();
        }
    };

    /** The rules of the default security group in one direction; empty where nothing is filtered. */
    Optional<List<IpPermission>> securityGroup(String vpcId, boolean outbound);

    /** The entries of the network ACL of a host's subnet in one direction, lowest number first; empty where there is none. */
    Optional<List<AclEntry>> networkAcl(String vpcId, Ipv4Address host, boolean egress);

    /** The id of what the longest active route to a destination leads to, in the route table of a host's subnet. */
    Optional<String> target(String vpcId, Ipv4Address host, IpPrefix destination);
}
