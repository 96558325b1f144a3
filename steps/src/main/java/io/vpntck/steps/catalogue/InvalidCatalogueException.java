package io.vpntck.steps.catalogue;

/** An entry of the catalogue is not of the documented shape; the message names file and entry. */
public final class InvalidCatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidCatalogueException(String message) {
        super(message);
    }
}
