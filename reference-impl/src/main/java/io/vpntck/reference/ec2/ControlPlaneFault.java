package io.vpntck.reference.ec2;

import java.util.Arrays;
import java.util.Optional;

/** What the control plane can be told to do wrong. */
public enum ControlPlaneFault {
    /** Takes a reserved /30 as inside CIDR. */
    ACCEPTS_RESERVED_CIDR("accepts-reserved-cidr"),
    /** Takes a pre-shared key that starts with 0. */
    ACCEPTS_PSK_LEADING_ZERO("accepts-psk-leading-zero"),
    /** Gives virtual private gateways another default ASN than 64512. */
    WRONG_DEFAULT_ASN("wrong-default-asn");

    private final String word;

    ControlPlaneFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ControlPlaneFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
