package io.vpntck.reference.cgw;

import io.vpntck.reference.ikev1.Conduct;
import io.vpntck.reference.ikev1.Conduct.Departure;
import io.vpntck.reference.ikev1.Ikev1Policy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the gateway does of its own accord, and the departures that its faults are made of. */
final class GatewayConduct {
    private static final Map<GatewayFault, Set<Departure>> DEPARTURES = new EnumMap<>(Map.ofEntries(
            Map.entry(GatewayFault.RENEWS_NOTHING, EnumSet.of(Departure.RENEWS_NOTHING, Departure.REFUSES_RENEWALS)),
            Map.entry(GatewayFault.REFUSES_RENEWALS, EnumSet.of(Departure.REFUSES_RENEWALS)),
            Map.entry(GatewayFault.TAKES_BOTH_RENEWALS, EnumSet.of(Departure.TAKES_BOTH_RENEWALS)),
            Map.entry(GatewayFault.SENDS_ON_OLD_SA, EnumSet.of(Departure.SENDS_ON_OLDEST)),
            Map.entry(GatewayFault.NO_DPD, EnumSet.of(Departure.NO_DEAD_PEER_DETECTION)),
            Map.entry(GatewayFault.WRONG_ACKNOWLEDGEMENTS, EnumSet.of(Departure.WRONG_ACKNOWLEDGEMENTS)),
            Map.entry(GatewayFault.GIVES_UP_AFTER_LOSS, EnumSet.of(Departure.GIVES_UP_AFTER_LOSS)),
            Map.entry(GatewayFault.REPEATS_NOTHING, EnumSet.of(Departure.REPEATS_NOTHING)),
            Map.entry(GatewayFault.OFFERS_TRANSPORT_MODE, EnumSet.of(Departure.OFFERS_TRANSPORT_MODE)),
            Map.entry(GatewayFault.CLOSES_SILENTLY, EnumSet.of(Departure.CLOSES_SILENTLY)),
            Map.entry(GatewayFault.IGNORES_DELETES, EnumSet.of(Departure.IGNORES_DELETES)),
            Map.entry(GatewayFault.NOTIFIES_IN_CLEAR, EnumSet.of(Departure.NOTIFIES_IN_CLEAR)),
            Map.entry(
                    GatewayFault.LETS_MAPPINGS_GO,
                    EnumSet.of(Departure.SENDS_NO_NAT_KEEPALIVES, Departure.NO_DEAD_PEER_DETECTION))));

    private GatewayConduct() {}

    static Conduct of(Set<GatewayFault> faults) {
        Set<Departure> departures = EnumSet.noneOf(Departure.class);
        faults.forEach(fault -> departures.addAll(DEPARTURES.getOrDefault(fault, Set.of())));
        return new Conduct(Ikev1Policy.Role.INITIATOR, departures);
    }
}
