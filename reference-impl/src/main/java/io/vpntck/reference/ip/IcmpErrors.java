package io.vpntck.reference.ip;

import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/** What the ICMP error messages have in common: when one may be sent, and what it quotes. */
final class IcmpErrors {
    static final int DESTINATION_UNREACHABLE = 3;
    static final int TIME_EXCEEDED = 11;
    private static final int REDIRECT = 5;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int QUOTED = 8;

    private IcmpErrors() {}

    /**
     * The header and the first 64 bits of the data of a packet that goes no further (RFC 792); empty where its sender
     * is not to be told: of a fragment but the first, and of an ICMP error (RFC 1122, section 3.2.2).
     */
    static Optional<Octets> quoted(Ipv4Packet refused) {
        if (refused.fragmentOffset() != 0 || isError(refused)) {
            return Optional.empty();
        }
        int header = refused.totalLength() - refused.payload().length();
        Octets whole = refused.encode();
        return Optional.of(whole.first(Math.min(whole.length(), header + QUOTED)));
    }

    private static boolean isError(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.ICMP || packet.payload().isEmpty()) {
            return false;
        }
        int type = packet.payload().at(0);
        return type >= DESTINATION_UNREACHABLE && type <= REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }
}
