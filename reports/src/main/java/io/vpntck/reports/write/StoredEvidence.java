package io.vpntck.reports.write;

/**
 * A piece of evidence as it lies in the report's folder.
 *
 * @param path relative to the report's folder, with slashes
 * @param sha256 of its content, in hexadecimal
 */
public record StoredEvidence(String name, String path, String mediaType, String sha256) {
    /** Whether it is the capture of the outside network, as it was on the wire. */
    boolean isOutsideCapture() {
        return path.endsWith("/outside.pcapng");
    }
}
