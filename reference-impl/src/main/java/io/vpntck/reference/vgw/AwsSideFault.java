package io.vpntck.reference.vgw;

import java.util.Arrays;
import java.util.Optional;

/** What the AWS side of the tunnels can be told to do wrong. */
public enum AwsSideFault {
    /** Begins phase 1 itself when a VPC host sends and no tunnel is up. */
    AWS_SIDE_INITIATES("aws-side-initiates"),
    /** Puts fragments of ESP together and takes what comes out. */
    REASSEMBLES_ESP("reassembles-esp");

    private final String word;

    AwsSideFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<AwsSideFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
