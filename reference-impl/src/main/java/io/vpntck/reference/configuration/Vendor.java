package io.vpntck.reference.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The devices that there is a text document for, each with the kinds of routing that are documented for it. */
public enum Vendor {
    /** Any device: the values alone, in four numbered sections for each tunnel. */
    GENERIC("generic", Optional.of(Set.of()), Optional.of(Set.of())),
    /** strongSwan with ipsec.conf, one VTI for each tunnel, and FRR for BGP. */
    STRONGSWAN("strongswan", Optional.of(Set.of(Need.VPC)), Optional.of(Set.of())),
    /** Libreswan with one VTI for each tunnel, and FRR for BGP. */
    LIBRESWAN("libreswan", Optional.of(Set.of(Need.VPC)), Optional.of(Set.of())),
    /** Cisco IOS, commands of the configuration mode. */
    CISCO_IOS("cisco-ios", Optional.of(Set.of(Need.VPC)), Optional.of(Set.of())),
    /** Juniper SRX, set commands of Junos; documented with BGP only. */
    JUNIPER_SRX("juniper-srx", Optional.empty(), Optional.of(Set.of())),
    /** pfSense, the fields of its pages; documented with static routing only. */
    PFSENSE("pfsense", Optional.of(Set.of(Need.VPC, Need.LAN)), Optional.empty());

    /** What a document names and the native XML does not say. */
    public enum Need {
        /** The CIDR of the VPC. */
        VPC,
        /** The customer's own range. */
        LAN
    }

    private final String word;
    private final Optional<Set<Need>> staticNeeds;
    private final Optional<Set<Need>> dynamicNeeds;

    Vendor(String word, Optional<Set<Need>> staticNeeds, Optional<Set<Need>> dynamicNeeds) {
        this.word = word;
        this.staticNeeds = staticNeeds;
        this.dynamicNeeds = dynamicNeeds;
    }

    public String word() {
        return word;
    }

    /** Empty where there is no document for this kind of routing. */
    public Optional<Set<Need>> needs(boolean staticRoutesOnly) {
        return staticRoutesOnly ? staticNeeds : dynamicNeeds;
    }

    public static Optional<Vendor> ofWord(String word) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.word.equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Vendor::word).toList();
    }
}
