package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.OctetWriter;

/**
 * Shows that the sender lives; a header and nothing else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.4">RFC 4271, section 4.4</a>
 */
public record KeepaliveMessage() implements BgpMessage {

    @Override
    public MessageType type() {
        return MessageType.KEEPALIVE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        // The header says it all.
    }
}
