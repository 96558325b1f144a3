package io.vpntck.reference.vgw;

import io.vpntck.reference.ikev1.Conduct;
import io.vpntck.reference.ikev1.Conduct.Departure;
import io.vpntck.reference.ikev1.Ikev1Policy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the AWS side does of its own accord, and the departures that its faults are made of. */
final class AwsConduct {
    private static final Map<AwsSideFault, Set<Departure>> DEPARTURES = new EnumMap<>(Map.ofEntries(
            Map.entry(AwsSideFault.ASKS_NO_SIGN_OF_LIFE, EnumSet.of(Departure.NO_DEAD_PEER_DETECTION)),
            Map.entry(AwsSideFault.BEGINS_AFTER_LOSS, EnumSet.of(Departure.BEGINS_AFTER_LOSS)),
            Map.entry(AwsSideFault.DROPS_LIVE_TUNNELS, EnumSet.of(Departure.DROPS_LIVE_TUNNELS)),
            Map.entry(AwsSideFault.RAISES_IDLE_TUNNELS, EnumSet.of(Departure.RAISES_IDLE_TUNNELS)),
            Map.entry(AwsSideFault.ANSWERS_OTHER_EXCHANGES, EnumSet.of(Departure.ANSWERS_ANYTHING)),
            Map.entry(AwsSideFault.TAKES_CHANGED_QUICK_MODES, EnumSet.of(Departure.TAKES_ANY_HASH)),
            Map.entry(AwsSideFault.ANSWERS_COPIES_TWICE, EnumSet.of(Departure.ANSWERS_COPIES_TWICE)),
            Map.entry(AwsSideFault.REFUSES_WHEN_FULL, EnumSet.of(Departure.REFUSES_WHEN_FULL)),
            Map.entry(
                    AwsSideFault.KEEPS_EXPIRED_SAS, EnumSet.of(Departure.KEEPS_EXPIRED_SAS, Departure.RENEWS_NOTHING)),
            Map.entry(AwsSideFault.KEEPS_FIRST_PORT, EnumSet.of(Departure.KEEPS_FIRST_PORT))));

    private AwsConduct() {}

    static Conduct of(Ikev1Policy.Role role, Set<AwsSideFault> faults) {
        Set<Departure> departures = EnumSet.noneOf(Departure.class);
        faults.forEach(fault -> departures.addAll(DEPARTURES.getOrDefault(fault, Set.of())));
        return new Conduct(role, departures);
    }
}
