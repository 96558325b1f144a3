package io.vpntck.reference.cgw;

import io.vpntck.reference.bgp.SessionConduct;
import io.vpntck.reference.bgp.SessionConduct.Departure;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a gateway with faults speaks BGP. */
final class BgpMisbehaviour {
    private static final long ANOTHER_AS = 64_999;
    private static final Ipv4Prefix AGGREGATE = Ipv4Prefix.of("10.0.0.0/8");

    private static final Map<GatewayFault, Departure> DEPARTURES = new EnumMap<>(Map.of(
            GatewayFault.NEVER_GIVES_UP_SESSION, Departure.KEEPS_SILENT_SESSIONS,
            GatewayFault.SENDS_NO_KEEPALIVES, Departure.SENDS_NO_KEEPALIVES,
            GatewayFault.KEEPS_OWN_HOLD_TIME, Departure.KEEPS_OWN_HOLD_TIME,
            GatewayFault.TAKES_ANY_AS, Departure.TAKES_ANY_AS));

    private final Set<GatewayFault> faults;

    BgpMisbehaviour(Set<GatewayFault> faults) {
        this.faults = faults;
    }

    SessionSettings bend(SessionSettings settings) {
        SessionSettings bent = settings.withConduct(conduct());
        if (faults.contains(GatewayFault.SPEAKS_FOR_ANOTHER_AS)) {
            bent = bent.withLocalAs(ANOTHER_AS);
        }
        if (faults.contains(GatewayFault.INSISTS_ON_THIRTY_SECONDS)) {
            bent = bent.withHoldTime(30);
        }
        return faults.contains(GatewayFault.NO_HOLD_TIME) ? bent.withHoldTime(0) : bent;
    }

    private SessionConduct conduct() {
        return new SessionConduct(faults.stream()
                .filter(DEPARTURES::containsKey)
                .map(DEPARTURES::get)
                .collect(Collectors.toSet()));
    }

    /** @param inside the gateway's address on the tunnel that they are announced through */
    List<Ipv4Prefix> announced(List<Ipv4Prefix> prefixes, Ipv4Address inside) {
        if (faults.contains(GatewayFault.ANNOUNCES_NOTHING)) {
            return List.of();
        }
        if (faults.contains(GatewayFault.ANNOUNCES_AGGREGATE)) {
            return prefixes.stream()
                    .map(prefix -> AGGREGATE.contains(prefix.network()) ? AGGREGATE : prefix)
                    .distinct()
                    .toList();
        }
        return faults.contains(GatewayFault.ANNOUNCES_INSIDE_ADDRESS)
                ? Stream.concat(prefixes.stream(), Stream.of(Ipv4Prefix.host(inside)))
                        .toList()
                : prefixes;
    }

    boolean isSilent() {
        return faults.contains(GatewayFault.SPEAKS_NO_BGP);
    }
}
