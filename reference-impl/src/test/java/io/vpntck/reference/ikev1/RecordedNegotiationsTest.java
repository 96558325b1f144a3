package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Negotiations between third-party daemons: every key that they logged comes out of our derivation, and no other; every
 * hash that they sent is the one that we compute.
 */
class RecordedNegotiationsTest {

    @ParameterizedTest(name = "{0}: {1} IKE SAs")
    @CsvSource({
        "STRONGSWAN_REKEY, 3",
        "STRONGSWAN_REKEY_RESPONDER, 3",
        "STRONGSWAN_NAT, 2",
        "STRONGSWAN_NAT_RESPONDER, 2",
        "LIBRESWAN, 2"
    })
    void derivesEveryKeyOfPhase1(ThirdPartyRecording which, int ikeSas) throws Exception {
        List<RecordedIkeSa> sas = RecordedIkeSa.all(which);
        assertThat(sas).hasSize(ikeSas);
        Recording recording = which.load();
        assertKeys(recording, "SKEYID", sas, Phase1Keys::skeyid);
        assertKeys(recording, "SKEYID_d", sas, Phase1Keys::skeyidD);
        assertKeys(recording, "SKEYID_a", sas, Phase1Keys::skeyidA);
        assertKeys(recording, "SKEYID_e", sas, Phase1Keys::skeyidE);
        assertKeys(recording, "encryption key Ka", sas, Phase1Keys::encryptionKey);
        assertKeys(recording, "initial IV", sas, Phase1Keys::initialVector);
    }

    private static void assertKeys(
            Recording recording, String label, List<RecordedIkeSa> sas, Function<Phase1Keys, Octets> key) {
        Set<Octets> derived = sas.stream().map(RecordedIkeSa::keys).map(key).collect(Collectors.toSet());
        assertThat(derived).as(label).hasSameSizeAs(sas).isEqualTo(Set.copyOf(recording.logged(label)));
    }

    @ParameterizedTest(name = "{0}: {1} pairs of SAs")
    @CsvSource({
        "STRONGSWAN_REKEY, 3",
        "STRONGSWAN_REKEY_RESPONDER, 3",
        "STRONGSWAN_NAT, 2",
        "STRONGSWAN_NAT_RESPONDER, 2",
        "LIBRESWAN, 2"
    })
    void derivesEveryKeyOfPhase2(ThirdPartyRecording which, int pairs) throws Exception {
        Recording recording = which.load();
        List<RecordedEspKeys> derived = new ArrayList<>();
        for (RecordedIkeSa sa : RecordedIkeSa.all(which)) {
            for (RecordedExchange quick : sa.others(ExchangeType.QUICK_MODE)) {
                for (Octets secret : recording.logged("DH secret")) {
                    RecordedEspKeys keys = RecordedEspKeys.of(sa, quick, secret);
                    if (recording
                            .logged("encryption initiator key")
                            .contains(keys.toResponder().encryptionKey())) {
                        derived.add(keys);
                    }
                }
            }
        }
        assertThat(derived).hasSize(pairs);
        assertEspKeys(recording, "encryption initiator key", derived, k -> k.toResponder()
                .encryptionKey());
        assertEspKeys(recording, "integrity initiator key", derived, k -> k.toResponder()
                .integrityKey());
        assertEspKeys(recording, "encryption responder key", derived, k -> k.toInitiator()
                .encryptionKey());
        assertEspKeys(recording, "integrity responder key", derived, k -> k.toInitiator()
                .integrityKey());
    }

    private static void assertEspKeys(
            Recording recording, String label, List<RecordedEspKeys> derived, Function<RecordedEspKeys, Octets> key) {
        assertThat(derived.stream().map(key).collect(Collectors.toSet()))
                .as(label)
                .hasSameSizeAs(derived)
                .isEqualTo(Set.copyOf(recording.logged(label)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void verifiesBothHashesOfMainMode(ThirdPartyRecording which) throws Exception {
        Set<Octets> initiators = new LinkedHashSet<>();
        Set<Octets> responders = new LinkedHashSet<>();
        for (RecordedIkeSa sa : RecordedIkeSa.all(which)) {
            Octets hashI =
                    sa.keys().hashI(sa.exchange(), sa.offer().body(), sa.main().identity(0));
            Octets hashR =
                    sa.keys().hashR(sa.exchange(), sa.offer().body(), sa.main().identity(1));
            assertThat(sa.main().hash(0)).as("HASH_I").isEqualTo(hashI);
            assertThat(sa.main().hash(1)).as("HASH_R").isEqualTo(hashR);
            initiators.add(hashI);
            responders.add(hashR);
        }
        assertThat(initiators).isEqualTo(Set.copyOf(which.load().logged("HASH_I")));
        assertThat(responders).isEqualTo(Set.copyOf(which.load().logged("HASH_R")));
    }

    @ParameterizedTest(name = "{0}: {1} quick modes, {2} informational messages")
    @CsvSource({
        "STRONGSWAN_REKEY, 3, 9",
        "STRONGSWAN_REKEY_RESPONDER, 3, 9",
        "STRONGSWAN_NAT, 2, 2",
        "STRONGSWAN_NAT_RESPONDER, 2, 2",
        "LIBRESWAN, 2, 6"
    })
    void verifiesEveryHashOfPhase2(ThirdPartyRecording which, int quickModes, int informational) throws Exception {
        int quickModesSeen = 0;
        int informationalSeen = 0;
        for (RecordedIkeSa sa : RecordedIkeSa.all(which)) {
            for (RecordedExchange quick : sa.others(ExchangeType.QUICK_MODE)) {
                assertQuickMode(sa, quick);
                quickModesSeen++;
            }
            for (RecordedExchange one : sa.others(ExchangeType.INFORMATIONAL)) {
                assertThat(one.opened()).hasSize(1);
                assertThat(one.hash(0)).isEqualTo(sa.hash(one.messageId(), one.behindHash(0)));
                informationalSeen++;
            }
            assertThat(sa.others())
                    .as("no other exchanges")
                    .allMatch(one -> one.type() == ExchangeType.QUICK_MODE.id()
                            || one.type() == ExchangeType.INFORMATIONAL.id());
        }
        assertThat(quickModesSeen).isEqualTo(quickModes);
        assertThat(informationalSeen).isEqualTo(informational);
    }

    private static void assertQuickMode(RecordedIkeSa sa, RecordedExchange quick) throws MalformedMessageException {
        assertThat(quick.opened()).as("quick mode messages").hasSize(3);
        Octets id = quick.messageId();
        assertThat(quick.hash(0)).as("HASH(1)").isEqualTo(sa.hash(id, quick.behindHash(0)));
        assertThat(quick.hash(1)).as("HASH(2)").isEqualTo(sa.hash(id, quick.nonce(0), quick.behindHash(1)));
        assertThat(quick.hash(2)).as("HASH(3)").isEqualTo(sa.hash(Octets.zeros(1), id, quick.nonce(0), quick.nonce(1)));
    }
}
