package io.vpntck.reference.ec2;

import java.util.Optional;

/** What a request says of one tunnel, as text; empty where AWS is to choose. */
public record TunnelOptions(Optional<String> insideCidr, Optional<String> preSharedKey) {
    public static final TunnelOptions NONE = new TunnelOptions(Optional.empty(), Optional.empty());
}
