package io.vpntck.reference.ec2;

import java.util.Optional;

/** An internet gateway, and the VPC that it is attached to. */
public final class InternetGateway {
    private final String id;
    private Optional<String> vpcId = Optional.empty();

    InternetGateway(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public Optional<String> vpcId() {
        return vpcId;
    }

    void attach(String vpc) {
        vpcId = Optional.of(vpc);
    }

    void detach() {
        vpcId = Optional.empty();
    }
}
