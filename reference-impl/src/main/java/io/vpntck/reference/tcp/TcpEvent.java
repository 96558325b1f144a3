package io.vpntck.reference.tcp;

import io.vpntck.reference.wire.Octets;

/** What a connection tells its owner. */
public sealed interface TcpEvent {
    /** Both ends have taken part in the handshake. */
    record Connected() implements TcpEvent {}

    /** The next octets of the peer, in order. */
    record Data(Octets octets) implements TcpEvent {}

    /** The peer sends no more; what this end sends still reaches it. */
    record PeerClosed() implements TcpEvent {}

    /**
     * The connection is no more.
     *
     * @param reason in words
     */
    record Closed(String reason) implements TcpEvent {}
}
