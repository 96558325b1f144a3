package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Phase 2 proposals as transforms, and back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2407#section-4.5">RFC 2407, sections 4.4.4 and 4.5</a>
 */
final class Phase2Transforms {
    private static final int LIFE_TYPE = 1;
    private static final int LIFE_DURATION = 2;
    private static final int GROUP_DESCRIPTION = 3;
    private static final int ENCAPSULATION_MODE = 4;
    private static final int AUTHENTICATION_ALGORITHM = 5;
    private static final int KEY_LENGTH = 6;
    private static final int SECONDS = 1;
    private static final int ESP_AES = 12;

    private static final Set<Integer> KNOWN = Set.of(
            LIFE_TYPE, LIFE_DURATION, GROUP_DESCRIPTION, ENCAPSULATION_MODE, AUTHENTICATION_ALGORITHM, KEY_LENGTH);

    private Phase2Transforms() {}

    /** A choice among the peer's offers; {@code peerSpi} is what the peer receives with. */
    record Choice(Phase2Proposal proposal, Duration lifetime, Octets peerSpi, int proposalNumber, Transform transform) {
        /** The answer, with the SPI that this side receives with. */
        SecurityAssociationPayload answer(Octets spi) {
            return new SecurityAssociationPayload(
                    List.of(new Proposal(proposalNumber, Proposal.ESP, spi, List.of(transform))));
        }
    }

    /** The numbers that tell proposals apart; 0 for no integrity, and for no group. */
    private record Numbers(long transformId, long keyBits, long integrity, long group, long mode) {
        static Numbers of(Phase2Proposal proposal, EncapsulationMode mode) {
            return new Numbers(
                    AlgorithmIds.ofPhase2(proposal.encryption()),
                    AlgorithmIds.keyBits(proposal.encryption()),
                    AlgorithmIds.of(proposal.integrity()),
                    proposal.group().map(DhGroup::id).orElse(0),
                    mode.id());
        }

        static Numbers of(Transform transform) {
            return new Numbers(
                    transform.transformId(),
                    transform.attribute(KEY_LENGTH).orElse(transform.transformId() == ESP_AES ? 128 : 0),
                    transform.attribute(AUTHENTICATION_ALGORITHM).orElse(0),
                    transform.attribute(GROUP_DESCRIPTION).orElse(0),
                    transform.attribute(ENCAPSULATION_MODE).orElse(0));
        }
    }

    /** Transforms of the first proposal's group: a quick mode has one key exchange. */
    static SecurityAssociationPayload offer(
            List<Phase2Proposal> proposals, Octets spi, Duration lifetime, EncapsulationMode mode) {
        Optional<DhGroup> group = proposals.get(0).group();
        List<Transform> transforms = new ArrayList<>();
        for (Phase2Proposal proposal : proposals) {
            if (proposal.group().equals(group)) {
                transforms.add(new Transform(
                        transforms.size() + 1,
                        AlgorithmIds.ofPhase2(proposal.encryption()),
                        attributes(Numbers.of(proposal, mode), lifetime)));
            }
        }
        return new SecurityAssociationPayload(List.of(new Proposal(1, Proposal.ESP, spi, transforms)));
    }

    private static List<Attribute> attributes(Numbers numbers, Duration lifetime) {
        List<Attribute> attributes = new ArrayList<>();
        addUnlessZero(attributes, GROUP_DESCRIPTION, numbers.group);
        attributes.add(Attribute.of(ENCAPSULATION_MODE, (int) numbers.mode));
        addUnlessZero(attributes, AUTHENTICATION_ALGORITHM, numbers.integrity);
        addUnlessZero(attributes, KEY_LENGTH, numbers.keyBits);
        attributes.add(Attribute.of(LIFE_TYPE, SECONDS));
        attributes.add(Lifetimes.attribute(LIFE_DURATION, lifetime));
        return attributes;
    }

    private static void addUnlessZero(List<Attribute> attributes, int type, long value) {
        if (value != 0) {
            attributes.add(Attribute.of(type, (int) value));
        }
    }

    /** The first offered transform that {@code accepted} holds, in this mode. */
    static Optional<Choice> choose(
            SecurityAssociationPayload offered,
            List<Phase2Proposal> accepted,
            Duration longest,
            EncapsulationMode mode) {
        for (Proposal proposal : offered.proposals()) {
            if (proposal.protocol() != Proposal.ESP || proposal.spi().length() != 4) {
                continue;
            }
            for (Transform transform : proposal.transforms()) {
                Optional<Phase2Proposal> meaning = meaning(transform, accepted, mode);
                if (meaning.isPresent()) {
                    Duration lifetime = Lifetimes.shorter(transform, LIFE_TYPE, LIFE_DURATION, longest);
                    return Optional.of(
                            new Choice(meaning.get(), lifetime, proposal.spi(), proposal.number(), transform));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Phase2Proposal> meaning(
            Transform transform, List<Phase2Proposal> accepted, EncapsulationMode mode) {
        if (!transform.attributes().stream().allMatch(a -> KNOWN.contains(a.attributeType()))) {
            return Optional.empty();
        }
        Numbers numbers = Numbers.of(transform);
        return accepted.stream()
                .filter(p -> Numbers.of(p, mode).equals(numbers))
                .findFirst();
    }
}
