package io.vpntck.reference.wire;

/** A message of the peer that does not have the form its protocol demands; names the field and where it stands. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final int offset;

    public MalformedMessageException(String field, int offset, String problem) {
        super(field + " at octet " + offset + ": " + problem);
        this.field = field;
        this.offset = offset;
    }

    public String field() {
        return field;
    }

    public int offset() {
        return offset;
    }
}
