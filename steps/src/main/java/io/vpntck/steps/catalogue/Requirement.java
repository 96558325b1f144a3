package io.vpntck.steps.catalogue;

import java.util.List;

/**
 * One documented behaviour. The fields are explained in {@code notes/meta.yaml}.
 *
 * @param id {@code VPN-PREFIX-NN}
 * @param verify how it can be observed, one idea each
 * @param edition of the documents: {@code 2018-09} or {@code later-edition}
 * @param reason why no scenario proves it; empty where one does
 */
public record Requirement(
        String id,
        String title,
        String statement,
        List<Source> source,
        Level level,
        Subject subject,
        List<String> verify,
        String edition,
        String reason) {
    private static final String NOT_YET = "not yet: ";

    public Requirement {
        source = List.copyOf(source);
        verify = List.copyOf(verify);
    }

    /** Whether the reason is only that nobody has come to it. */
    public boolean notYet() {
        return reason.startsWith(NOT_YET);
    }

    /** Where the statement stands. */
    public record Source(String document, String section) {
        @Override
        public String toString() {
            return document + ", " + section;
        }
    }

    /** How binding the documents are; {@code INFO} can only be documented. */
    public enum Level {
        MUST,
        SHOULD,
        MAY,
        INFO
    }

    /** Whose behaviour it is. */
    public enum Subject {
        CONTROL_PLANE("control-plane"),
        CUSTOMER_GATEWAY("customer-gateway"),
        AWS_SIDE("aws-side"),
        HARNESS("harness");

        private final String word;

        Subject(String word) {
            this.word = word;
        }

        /** The word in the catalogue. */
        public String word() {
            return word;
        }
    }
}
