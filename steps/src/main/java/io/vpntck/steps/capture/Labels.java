package io.vpntck.steps.capture;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.VendorIdPayload;
import java.util.Map;
import java.util.stream.Collectors;

/** Short descriptions in the notation of RFC 2409. */
final class Labels {
    private static final Map<Class<? extends Payload>, String> NAMES = Map.of(
            SecurityAssociationPayload.class, "SA",
            KeyExchangePayload.class, "KE",
            NoncePayload.class, "N",
            IdentificationPayload.class, "ID",
            HashPayload.class, "HASH",
            VendorIdPayload.class, "VID",
            NatDiscoveryPayload.class, "NAT-D",
            DeletePayload.class, "D");
    private static final Map<Integer, String> EXCHANGES =
            Map.of(2, "Main mode", 4, "Aggressive mode", 5, "Informational", 32, "Quick mode");
    private static final Map<Integer, String> NOTIFICATIONS = Map.of(
            NotificationPayload.NO_PROPOSAL_CHOSEN, "NO-PROPOSAL-CHOSEN",
            NotificationPayload.INITIAL_CONTACT, "INITIAL-CONTACT",
            NotificationPayload.R_U_THERE, "R-U-THERE",
            NotificationPayload.R_U_THERE_ACK, "R-U-THERE-ACK");

    private Labels() {}

    static String of(ObservedPacket.Ike ike) {
        int exchange = ike.message().header().exchange();
        String name = EXCHANGES.getOrDefault(exchange, "exchange " + exchange);
        String star = ike.message().header().encrypted() ? "*" : "";
        String payloads = ike.payloads()
                .map(chain -> chain.payloads().stream().map(Labels::name).collect(Collectors.joining(", ")))
                .orElse("encrypted");
        return name + " " + star + payloads;
    }

    private static String name(Payload payload) {
        if (payload instanceof NotificationPayload notification) {
            int type = notification.notifyType();
            return NOTIFICATIONS.getOrDefault(type, "notify " + type);
        }
        return NAMES.getOrDefault(payload.getClass(), "payload " + payload.type());
    }

    static String of(ObservedPacket.Esp esp) {
        String inner = esp.inner().map(Labels::inner).orElse("not decrypted");
        return String.format("ESP %08x #%d%s %s", esp.spi(), esp.sequence(), esp.inUdp() ? " in UDP" : "", inner);
    }

    private static String inner(Ipv4Packet packet) {
        return packet.source() + " > " + packet.destination() + " protocol " + packet.protocol();
    }
}
