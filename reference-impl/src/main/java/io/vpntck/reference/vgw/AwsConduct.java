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
    private static final Map<AwsSideFault, Set<Departure>> DEPARTURES = new EnumMap<>(Map.of(
            AwsSideFault.ASKS_NO_SIGN_OF_LIFE, EnumSet.of(Departure.NO_DEAD_PEER_DETECTION),
            AwsSideFault.BEGINS_AFTER_LOSS, EnumSet.of(Departure.BEGINS_AFTER_LOSS),
            AwsSideFault.DROPS_LIVE_TUNNELS, EnumSet.of(Departure.DROPS_LIVE_TUNNELS),
            AwsSideFault.RAISES_IDLE_TUNNELS, EnumSet.of(Departure.RAISES_IDLE_TUNNELS),
            AwsSideFault.ANSWERS_OTHER_EXCHANGES, EnumSet.of(Departure.ANSWERS_ANYTHING),
            AwsSideFault.TAKES_CHANGED_QUICK_MODES, EnumSet.of(Departure.TAKES_ANY_HASH),
            AwsSideFault.ANSWERS_COPIES_TWICE, EnumSet.of(Departure.ANSWERS_COPIES_TWICE),
            AwsSideFault.REFUSES_WHEN_FULL, EnumSet.of(Departure.REFUSES_WHEN_FULL),
            AwsSideFault.KEEPS_EXPIRED_SAS, EnumSet.of(Departure.KEEPS_EXPIRED_SAS, Departure.RENEWS_NOTHING)));

    private AwsConduct() {}

    static Conduct of(Ikev1Policy.Role role, Set<AwsSideFault> faults) {
        Set<Departure> departures = EnumSet.noneOf(Departure.class);
        faults.forEach(fault -> departures.addAll(DEPARTURES.getOrDefault(fault, Set.of())));
        return new Conduct(role, departures);
    }
}
