package io.vpntck.reference.cgw;

import java.util.Arrays;
import java.util.Optional;

/** What the gateway can be told to do wrong. Each changes only what it sends. */
public enum GatewayFault {
    /** Begins phase 1 in aggressive mode. */
    AGGRESSIVE_MODE("aggressive-mode"),
    /** Proposes phase 2 without a Diffie-Hellman group. */
    NO_PFS("no-pfs"),
    /** Negotiates one SA pair for each half of its LAN, and one for the inside addresses. */
    SA_PAIR_PER_SUBNET("sa-pair-per-subnet"),
    /** Waits for the AWS side to begin. */
    INITIATES_NOTHING("initiates-nothing"),
    /** Sends a copy of the first packet for the VPC in clear. */
    CLEAR_PACKET("clear-packet");

    private final String word;

    GatewayFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<GatewayFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
