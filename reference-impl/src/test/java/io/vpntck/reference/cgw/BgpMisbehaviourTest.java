package io.vpntck.reference.cgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.SessionConduct;
import io.vpntck.reference.bgp.SessionConduct.Departure;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each fault of the gateway makes of its BGP. */
class BgpMisbehaviourTest {
    private static final Ipv4Address INSIDE = Ipv4Address.of("169.254.44.2");
    private static final SessionSettings SETTINGS =
            SessionSettings.of(65_000, 64_512, INSIDE).withHoldTime(90);
    private static final List<Ipv4Prefix> LANS = prefixes("10.20.0.0/24 10.21.0.0/24 192.168.10.0/24");

    private static BgpMisbehaviour with(GatewayFault... faults) {
        return new BgpMisbehaviour(Set.of(faults));
    }

    private static List<Ipv4Prefix> prefixes(String words) {
        return List.of(words.split(" ")).stream().map(Ipv4Prefix::of).toList();
    }

    @Test
    void withoutAFaultEverythingStaysAsItIs() {
        assertThat(with().bend(SETTINGS)).isEqualTo(SETTINGS);
        assertThat(with().announced(LANS, INSIDE)).isEqualTo(LANS);
        assertThat(with().isSilent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_GIVES_UP_SESSION, KEEPS_SILENT_SESSIONS",
        "SENDS_NO_KEEPALIVES,    SENDS_NO_KEEPALIVES",
        "KEEPS_OWN_HOLD_TIME,    KEEPS_OWN_HOLD_TIME",
        "TAKES_ANY_AS,           TAKES_ANY_AS",
    })
    void aFaultOfTheSessionIsADepartureAndNothingElse(GatewayFault fault, Departure departure) {
        assertThat(with(fault).bend(SETTINGS)).isEqualTo(SETTINGS.withConduct(SessionConduct.departing(departure)));
    }

    @Test
    void severalFaultsAreSeveralDepartures() {
        assertThat(with(GatewayFault.TAKES_ANY_AS, GatewayFault.SENDS_NO_KEEPALIVES, GatewayFault.NO_PFS)
                        .bend(SETTINGS)
                        .conduct())
                .isEqualTo(SessionConduct.departing(Departure.TAKES_ANY_AS, Departure.SENDS_NO_KEEPALIVES));
    }

    @Test
    void othersChangeWhatTheOpenSays() {
        assertThat(with(GatewayFault.SPEAKS_FOR_ANOTHER_AS).bend(SETTINGS)).isEqualTo(SETTINGS.withLocalAs(64_999));
        assertThat(with(GatewayFault.INSISTS_ON_THIRTY_SECONDS).bend(SETTINGS)).isEqualTo(SETTINGS.withHoldTime(30));
        assertThat(with(GatewayFault.NO_HOLD_TIME).bend(SETTINGS)).isEqualTo(SETTINGS.withHoldTime(0));
    }

    @ParameterizedTest
    @CsvSource({
        "ANNOUNCES_AGGREGATE,      10.0.0.0/8 192.168.10.0/24",
        "ANNOUNCES_INSIDE_ADDRESS, 10.20.0.0/24 10.21.0.0/24 192.168.10.0/24 169.254.44.2/32",
    })
    void othersChangeWhatIsAnnounced(GatewayFault fault, String announced) {
        assertThat(with(fault).announced(LANS, INSIDE)).isEqualTo(prefixes(announced));
    }

    @Test
    void othersKeepEverythingBack() {
        assertThat(with(GatewayFault.ANNOUNCES_NOTHING).announced(LANS, INSIDE)).isEmpty();
        assertThat(with(GatewayFault.SPEAKS_NO_BGP).isSilent()).isTrue();
    }
}
