package io.vpntck.reference.configuration;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Optional;

/** The two ends' networks, as far as they are known: some documents route to them or select by them. */
public record Ranges(Optional<Ipv4Prefix> vpc, Optional<Ipv4Prefix> lan) {
    public static final Ranges UNKNOWN = new Ranges(Optional.empty(), Optional.empty());

    boolean has(Vendor.Need need) {
        return switch (need) {
            case VPC -> vpc.isPresent();
            case LAN -> lan.isPresent();
        };
    }
}
