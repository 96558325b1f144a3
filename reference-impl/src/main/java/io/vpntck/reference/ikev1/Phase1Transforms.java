package io.vpntck.reference.ikev1;

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
 * Phase 1 proposals as transforms, and back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#appendix-A">RFC 2409, appendix A</a>
 */
final class Phase1Transforms {
    private static final int KEY_IKE = 1;
    private static final int ENCRYPTION = 1;
    private static final int HASH = 2;
    private static final int AUTHENTICATION_METHOD = 3;
    private static final int GROUP_DESCRIPTION = 4;
    private static final int LIFE_TYPE = 11;
    private static final int LIFE_DURATION = 12;
    private static final int KEY_LENGTH = 14;
    private static final int AES_CBC = 7;
    private static final int SECONDS = 1;
    /** A PRF of its own, a group of its own and the like are not taken. */
    private static final Set<Integer> KNOWN =
            Set.of(ENCRYPTION, HASH, AUTHENTICATION_METHOD, GROUP_DESCRIPTION, LIFE_TYPE, LIFE_DURATION, KEY_LENGTH);

    private Phase1Transforms() {}

    /** A choice among the peer's offers. */
    record Choice(Phase1Proposal proposal, Duration lifetime, SecurityAssociationPayload answer) {}

    /** The numbers that tell proposals apart. */
    private record Numbers(long encryption, long keyBits, long hash, long group, long authentication) {
        static Numbers of(Phase1Proposal proposal) {
            return new Numbers(
                    AlgorithmIds.ofPhase1(proposal.encryption()),
                    AlgorithmIds.keyBits(proposal.encryption()),
                    AlgorithmIds.of(proposal.hash()),
                    proposal.group().id(),
                    proposal.authentication().id());
        }

        static Numbers of(Transform transform) {
            long encryption = transform.attribute(ENCRYPTION).orElse(0);
            return new Numbers(
                    encryption,
                    transform.attribute(KEY_LENGTH).orElse(encryption == AES_CBC ? 128 : 0),
                    transform.attribute(HASH).orElse(0),
                    transform.attribute(GROUP_DESCRIPTION).orElse(0),
                    transform.attribute(AUTHENTICATION_METHOD).orElse(0));
        }
    }

    static SecurityAssociationPayload offer(List<Phase1Proposal> proposals, Duration lifetime) {
        List<Transform> transforms = new ArrayList<>();
        for (Phase1Proposal proposal : proposals) {
            transforms.add(new Transform(transforms.size() + 1, KEY_IKE, attributes(proposal, lifetime)));
        }
        return new SecurityAssociationPayload(List.of(new Proposal(1, Proposal.ISAKMP, Octets.EMPTY, transforms)));
    }

    private static List<Attribute> attributes(Phase1Proposal proposal, Duration lifetime) {
        Numbers numbers = Numbers.of(proposal);
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.of(ENCRYPTION, (int) numbers.encryption));
        if (numbers.keyBits > 0) {
            attributes.add(Attribute.of(KEY_LENGTH, (int) numbers.keyBits));
        }
        attributes.add(Attribute.of(HASH, (int) numbers.hash));
        attributes.add(Attribute.of(GROUP_DESCRIPTION, (int) numbers.group));
        attributes.add(Attribute.of(AUTHENTICATION_METHOD, (int) numbers.authentication));
        attributes.add(Attribute.of(LIFE_TYPE, SECONDS));
        attributes.add(Lifetimes.attribute(LIFE_DURATION, lifetime));
        return attributes;
    }

    /** The first offered transform that {@code accepted} holds; the answer repeats it as it was offered. */
    static Optional<Choice> choose(
            SecurityAssociationPayload offered, List<Phase1Proposal> accepted, Duration longest) {
        for (Proposal proposal : offered.proposals()) {
            for (Transform transform : proposal.transforms()) {
                Optional<Phase1Proposal> meaning =
                        proposal.protocol() == Proposal.ISAKMP ? meaning(transform, accepted) : Optional.empty();
                if (meaning.isPresent()) {
                    Proposal one =
                            new Proposal(proposal.number(), proposal.protocol(), proposal.spi(), List.of(transform));
                    Duration lifetime = Lifetimes.shorter(transform, LIFE_TYPE, LIFE_DURATION, longest);
                    return Optional.of(
                            new Choice(meaning.get(), lifetime, new SecurityAssociationPayload(List.of(one))));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Phase1Proposal> meaning(Transform transform, List<Phase1Proposal> accepted) {
        boolean known = transform.attributes().stream().allMatch(a -> KNOWN.contains(a.attributeType()));
        if (transform.transformId() != KEY_IKE || !known) {
            return Optional.empty();
        }
        Numbers numbers = Numbers.of(transform);
        return accepted.stream().filter(p -> Numbers.of(p).equals(numbers)).findFirst();
    }
}
