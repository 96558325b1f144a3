package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Phase 2 proposals as transforms, and back: ESP in tunnel mode only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2407#section-4.5">RFC 2407, sections 4.4.4 and 4.5</a>
 */
final class Phase2Transforms {
    private static final int ESP_AES = 12;
    private static final int LIFE_TYPE = 1;
    private static final int LIFE_DURATION = 2;
    private static final int GROUP_DESCRIPTION = 3;
    private static final int ENCAPSULATION_MODE = 4;
    private static final int AUTHENTICATION_ALGORITHM = 5;
    private static final int KEY_LENGTH = 6;
    private static final int SECONDS = 1;
    private static final int HMAC_SHA1 = 2;
    private static final int HMAC_SHA2_256 = 5;
    private static final int TUNNEL = 1;
    /** RFC 3947, section 5.1. */
    private static final int UDP_ENCAPSULATED_TUNNEL = 3;

    private Phase2Transforms() {}

    /** A choice among the peer's offers; {@code peerSpi} is what the peer receives with. */
    record Choice(Phase2Proposal proposal, Duration lifetime, Octets peerSpi, int proposalNumber, Transform transform) {
        /** The answer, with the SPI that this side receives with. */
        SecurityAssociationPayload answer(Octets spi) {
            return new SecurityAssociationPayload(
                    List.of(new Proposal(proposalNumber, Proposal.ESP, spi, List.of(transform))));
        }
    }

    /** Transforms of the first proposal's group: a quick mode has one key exchange. */
    static SecurityAssociationPayload offer(
            List<Phase2Proposal> proposals, Octets spi, Duration lifetime, boolean udpEncapsulated) {
        Optional<DhGroup> group = proposals.get(0).group();
        List<Transform> transforms = new ArrayList<>();
        for (Phase2Proposal proposal : proposals) {
            if (proposal.group().equals(group)) {
                transforms.add(
                        new Transform(transforms.size() + 1, ESP_AES, attributes(proposal, lifetime, udpEncapsulated)));
            }
        }
        return new SecurityAssociationPayload(List.of(new Proposal(1, Proposal.ESP, spi, transforms)));
    }

    private static List<Attribute> attributes(Phase2Proposal proposal, Duration lifetime, boolean udpEncapsulated) {
        List<Attribute> attributes = new ArrayList<>();
        proposal.group().ifPresent(group -> attributes.add(Attribute.of(GROUP_DESCRIPTION, group.id())));
        attributes.add(Attribute.of(ENCAPSULATION_MODE, udpEncapsulated ? UDP_ENCAPSULATED_TUNNEL : TUNNEL));
        attributes.add(Attribute.of(
                AUTHENTICATION_ALGORITHM,
                proposal.integrity() == IntegrityAlgorithm.HMAC_SHA1_96 ? HMAC_SHA1 : HMAC_SHA2_256));
        attributes.add(Attribute.of(KEY_LENGTH, proposal.encryption().keyLength() * 8));
        attributes.add(Attribute.of(LIFE_TYPE, SECONDS));
        attributes.add(Lifetimes.attribute(LIFE_DURATION, lifetime));
        return attributes;
    }

    /** The first offered transform that {@code accepted} holds, with the encapsulation that the path calls for. */
    static Optional<Choice> choose(
            SecurityAssociationPayload offered,
            List<Phase2Proposal> accepted,
            Duration longest,
            boolean udpEncapsulated) {
        for (Proposal proposal : offered.proposals()) {
            if (proposal.protocol() != Proposal.ESP || proposal.spi().length() != 4) {
                continue;
            }
            for (Transform transform : proposal.transforms()) {
                Optional<Phase2Proposal> meaning = meaning(transform, udpEncapsulated);
                if (meaning.filter(accepted::contains).isPresent()) {
                    Duration lifetime = Lifetimes.shorter(transform, LIFE_TYPE, LIFE_DURATION, longest);
                    return Optional.of(
                            new Choice(meaning.get(), lifetime, proposal.spi(), proposal.number(), transform));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Phase2Proposal> meaning(Transform transform, boolean udpEncapsulated) {
        int mode = udpEncapsulated ? UDP_ENCAPSULATED_TUNNEL : TUNNEL;
        long integrity = transform.attribute(AUTHENTICATION_ALGORITHM).orElse(0);
        Optional<EncryptionAlgorithm> encryption =
                aes((int) transform.attribute(KEY_LENGTH).orElse(128));
        long groupId = transform.attribute(GROUP_DESCRIPTION).orElse(0);
        Optional<DhGroup> group = DhGroup.ofId((int) groupId);
        if (transform.transformId() != ESP_AES
                || transform.attribute(ENCAPSULATION_MODE).orElse(0) != mode
                || integrity != HMAC_SHA1 && integrity != HMAC_SHA2_256
                || encryption.isEmpty()
                || groupId != 0 && group.isEmpty()) {
            return Optional.empty();
        }
        IntegrityAlgorithm algorithm =
                integrity == HMAC_SHA1 ? IntegrityAlgorithm.HMAC_SHA1_96 : IntegrityAlgorithm.HMAC_SHA2_256_128;
        return Optional.of(new Phase2Proposal(encryption.get(), algorithm, group));
    }

    /** AES-CBC by its key length in bits. */
    static Optional<EncryptionAlgorithm> aes(int bits) {
        return Arrays.stream(EncryptionAlgorithm.values())
                .filter(algorithm -> algorithm.keyLength() * 8 == bits)
                .findFirst();
    }
}
