package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.ErrorCode;
import io.vpntck.reference.bgp.LearnedRoute;
import io.vpntck.reference.bgp.Neighbour;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.bgp.SessionConduct;
import io.vpntck.reference.bgp.SessionConduct.Departure;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each fault of the AWS side makes of its BGP. */
class BgpMisbehaviourTest {
    private static final SessionSettings SETTINGS = SessionSettings.of(
                    4_200_000_000L, 65_000, Ipv4Address.of("169.254.44.1"))
            .waiting()
            .withLimit(new PrefixLimit(100, PrefixLimit.Reaction.CEASE));
    private static final List<Ipv4Prefix> BLOCKS = List.of(Ipv4Prefix.of("10.0.0.0/16"), Ipv4Prefix.of("10.1.0.0/16"));
    private static final LearnedRoute SHORT_IGP = route(1, Origin.IGP, 65_001L);
    private static final LearnedRoute SHORT_EGP = route(2, Origin.EGP, 65_002L);
    private static final LearnedRoute LONG_INCOMPLETE = route(3, Origin.INCOMPLETE, 65_003L, 65_003L);
    private static final List<LearnedRoute> BEST_FIRST = List.of(SHORT_IGP, SHORT_EGP, LONG_INCOMPLETE);

    private static BgpMisbehaviour with(AwsSideFault... faults) {
        return new BgpMisbehaviour(Set.of(faults));
    }

    private static LearnedRoute route(int number, Origin origin, Long... path) {
        Ipv4Address peer = Ipv4Address.of("169.254." + number + ".2");
        return new LearnedRoute(
                Ipv4Prefix.of("10.20.0.0/24"),
                PathAttributes.of(origin, AsPath.of(path), peer),
                new Neighbour(peer, peer, path[0]));
    }

    private static BgpEffect.Down down(Optional<ErrorCode> sent) {
        return new BgpEffect.Down("for a test", sent.map(ErrorCode::notification), Optional.empty());
    }

    @Test
    void withoutAFaultEverythingStaysAsItIs() {
        assertThat(with().bend(SETTINGS)).isEqualTo(SETTINGS);
        assertThat(with().isDeaf()).isFalse();
        assertThat(with().isOffended(down(Optional.of(ErrorCode.BAD_MESSAGE_TYPE))))
                .isFalse();
        assertThat(with().frontOfPath(4_200_000_000L)).isEqualTo(4_200_000_000L);
        assertThat(with().announced(BLOCKS)).isEqualTo(BLOCKS);
        assertThat(with().forgotten(BLOCKS)).isEqualTo(BLOCKS);
        assertThat(with().used(BLOCKS)).isEqualTo(BLOCKS);
        assertThat(with().taken(BEST_FIRST)).isEqualTo(SHORT_IGP);
        assertThat(with().ofOneLength(SHORT_IGP.attributes(), SHORT_EGP.attributes()))
                .isTrue();
        assertThat(with().ofOneLength(SHORT_IGP.attributes(), LONG_INCOMPLETE.attributes()))
                .isFalse();
        assertThat(with().ofOneOrigin(SHORT_IGP.attributes(), SHORT_EGP.attributes()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKES_ANY_AS,             TAKES_ANY_AS",
        "IGNORES_LOOPS,            USES_LOOPS",
        "TAKES_UNKNOWN_ATTRIBUTES, TAKES_UNKNOWN_WELL_KNOWN",
        "ENDS_BGP_WITHOUT_A_WORD,  ENDS_WITHOUT_A_WORD",
        "ONE_BGP_ERROR_FOR_ALL,    NAMES_NO_ERROR",
    })
    void aFaultOfTheSessionIsADepartureAndNothingElse(AwsSideFault fault, Departure departure) {
        assertThat(with(fault).bend(SETTINGS)).isEqualTo(SETTINGS.withConduct(SessionConduct.departing(departure)));
    }

    @Test
    void othersChangeTheSettings() {
        assertThat(with(AwsSideFault.TAKES_ANY_NUMBER_OF_ROUTES).bend(SETTINGS)).isEqualTo(SETTINGS.withoutLimit());
        assertThat(with(AwsSideFault.SAYS_DEFAULT_AS).bend(SETTINGS)).isEqualTo(SETTINGS.withLocalAs(64_512));
        assertThat(with(AwsSideFault.TWO_OCTET_AS).bend(SETTINGS)).isEqualTo(SETTINGS.withoutFourOctetAs());
        assertThat(with(AwsSideFault.SPEAKS_NO_BGP).isDeaf()).isTrue();
    }

    @Test
    void offenceIsTakenAtAnErrorAndNotAtALostConnection() {
        BgpMisbehaviour touchy = with(AwsSideFault.TAKES_NO_BGP_AGAIN);
        assertThat(touchy.isOffended(down(Optional.of(ErrorCode.BAD_MESSAGE_TYPE))))
                .isTrue();
        assertThat(touchy.isOffended(down(Optional.empty()))).isFalse();
    }

    /** RFC 6793, section 9: AS_TRANS is 23456. */
    @ParameterizedTest
    @CsvSource({"4200000000, 23456", "65536, 23456", "65535, 65535", "64512, 64512"})
    void onlyANumberOfFourOctetsIsForgotten(long own, long front) {
        assertThat(with(AwsSideFault.FORGETS_TRUE_PATH).frontOfPath(own)).isEqualTo(front);
    }

    @Test
    void othersChangeWhatIsAnnounced() {
        assertThat(with(AwsSideFault.ANNOUNCES_FIRST_BLOCK_ONLY).announced(BLOCKS))
                .containsExactly(Ipv4Prefix.of("10.0.0.0/16"));
        assertThat(with(AwsSideFault.ANNOUNCES_DEFAULT_ROUTE).announced(BLOCKS)).containsExactly(Ipv4Prefix.ALL);
        assertThat(with(AwsSideFault.ANNOUNCES_DEFAULT_ROUTE).announced(List.of()))
                .as("without a VPC")
                .isEmpty();
    }

    @Test
    void othersChangeWhatBecomesOfAnnouncements() {
        assertThat(with(AwsSideFault.KEEPS_WITHDRAWN_ROUTES).forgotten(BLOCKS)).isEmpty();
        assertThat(with(AwsSideFault.IGNORES_ANNOUNCEMENTS).used(BLOCKS)).isEmpty();
        assertThat(with(AwsSideFault.NEEDS_NO_ANNOUNCEMENT).used(List.of())).containsExactly(Ipv4Prefix.ALL);
    }

    @Test
    void othersChangeWhichPathIsTheBetterOne() {
        assertThat(with(AwsSideFault.PREFERS_HIGHEST_ORIGIN).taken(BEST_FIRST))
                .as("of those that are as short as the best")
                .isEqualTo(SHORT_EGP);
        assertThat(with(AwsSideFault.PREFERS_HIGHEST_ORIGIN, AwsSideFault.IGNORES_AS_PATH_LENGTH)
                        .taken(BEST_FIRST))
                .isEqualTo(LONG_INCOMPLETE);
        assertThat(with(AwsSideFault.IGNORES_AS_PATH_LENGTH)
                        .ofOneLength(SHORT_IGP.attributes(), LONG_INCOMPLETE.attributes()))
                .isTrue();
        assertThat(with(AwsSideFault.IGNORES_ORIGIN).ofOneOrigin(SHORT_IGP.attributes(), SHORT_EGP.attributes()))
                .isTrue();
    }
}
