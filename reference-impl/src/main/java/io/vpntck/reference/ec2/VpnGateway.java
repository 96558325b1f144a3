package io.vpntck.reference.ec2;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A virtual private gateway. Its ASN is fixed when it is made. */
public final class VpnGateway {
    private static final Duration SETTLES = Duration.ofSeconds(1);
    static final Duration ATTACHES = Duration.ofSeconds(2);

    private final String id;
    private final long amazonSideAsn;
    private Lifecycle lifecycle;
    private Optional<Attachment> attachment = Optional.empty();

    /** The VPC that it is or was attached to; {@code attached} after two seconds, {@code detached} likewise. */
    record Attachment(String vpcId, Lifecycle lifecycle) {
        String state(Instant now) {
            return switch (lifecycle.state(now)) {
                case "pending" -> "attaching";
                case "available" -> "attached";
                case "deleting" -> "detaching";
                default -> "detached";
            };
        }
    }

    VpnGateway(String id, long amazonSideAsn, Instant now) {
        this.id = id;
        this.amazonSideAsn = amazonSideAsn;
        this.lifecycle = Lifecycle.begin(now, SETTLES);
    }

    public String id() {
        return id;
    }

    public long amazonSideAsn() {
        return amazonSideAsn;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    public String state(Instant now) {
        return lifecycle.state(now);
    }

    void delete(Instant now) {
        lifecycle = lifecycle.delete(now);
    }

    void attach(String vpcId, Instant now) {
        attachment = Optional.of(new Attachment(vpcId, Lifecycle.begin(now, ATTACHES)));
    }

    /** @param takes how long it stays detaching */
    void detach(Instant now, Duration takes) {
        attachment = attachment.map(a -> new Attachment(
                a.vpcId, new Lifecycle(a.lifecycle.created(), takes, a.lifecycle.deleteRequested()).delete(now)));
    }

    /** The VPC that it is attached or attaching to. */
    public Optional<String> attachedVpc() {
        return attachment.filter(a -> a.lifecycle.exists()).map(Attachment::vpcId);
    }

    /** The VPC that it is not yet detached from. */
    Optional<String> boundVpc(Instant now) {
        return attachment.filter(a -> !a.state(now).equals("detached")).map(Attachment::vpcId);
    }

    /** The VPC of the current or the last attachment. */
    public Optional<String> lastVpc() {
        return attachment.map(Attachment::vpcId);
    }

    public Optional<String> attachmentState(Instant now) {
        return attachment.map(a -> a.state(now));
    }
}
