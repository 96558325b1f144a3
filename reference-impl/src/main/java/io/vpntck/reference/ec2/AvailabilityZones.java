package io.vpntck.reference.ec2;

import java.util.List;

/** The availability zones of a region: three, named as AWS names them. */
public final class AvailabilityZones {
    /** The regions that the AWS VPN of this edition is known in, as far as the features name them. */
    public static final List<String> REGIONS =
            List.of("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1", "ap-southeast-1");

    private AvailabilityZones() {}

    public static List<String> of(String region) {
        return List.of(region + "a", region + "b", region + "c");
    }
}
