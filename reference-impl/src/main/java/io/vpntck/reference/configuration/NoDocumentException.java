package io.vpntck.reference.configuration;

import java.util.Optional;

/** There is no document of this vendor for this connection; the message says what would have to be different. */
public final class NoDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Vendor.Need> missing;

    private NoDocumentException(String message, Optional<Vendor.Need> missing) {
        super(message);
        this.missing = missing;
    }

    static NoDocumentException otherRouting(Vendor vendor, boolean staticRoutesOnly) {
        return new NoDocumentException(
                vendor.word() + " has a document for " + (staticRoutesOnly ? "dynamic" : "static")
                        + " routing only, and this connection is " + (staticRoutesOnly ? "static" : "dynamic"),
                Optional.empty());
    }

    static NoDocumentException without(Vendor vendor, Vendor.Need need) {
        String what =
                switch (need) {
                    case VPC -> "the range of the VPC";
                    case LAN -> "the customer's own range";
                };
        return new NoDocumentException(
                "the document for " + vendor.word() + " names " + what + ", which is not known", Optional.of(need));
    }

    /** The range without which there is no document; empty when another range would not help. */
    public Optional<Vendor.Need> missing() {
        return missing;
    }
}
