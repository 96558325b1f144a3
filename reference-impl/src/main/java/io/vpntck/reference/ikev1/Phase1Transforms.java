package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private static final int SHA1 = 2;
    private static final int SHA2_256 = 4;
    private static final int PRE_SHARED_KEY = 1;
    private static final int SECONDS = 1;

    private Phase1Transforms() {}

    /** A choice among the peer's offers. */
    record Choice(Phase1Proposal proposal, Duration lifetime, SecurityAssociationPayload answer) {}

    static SecurityAssociationPayload offer(List<Phase1Proposal> proposals, Duration lifetime) {
        List<Transform> transforms = new ArrayList<>();
        for (Phase1Proposal proposal : proposals) {
            transforms.add(new Transform(transforms.size() + 1, KEY_IKE, attributes(proposal, lifetime)));
        }
        return new SecurityAssociationPayload(List.of(new Proposal(1, Proposal.ISAKMP, Octets.EMPTY, transforms)));
    }

    private static List<Attribute> attributes(Phase1Proposal proposal, Duration lifetime) {
        return List.of(
                Attribute.of(ENCRYPTION, AES_CBC),
                Attribute.of(KEY_LENGTH, proposal.encryption().keyLength() * 8),
                Attribute.of(HASH, proposal.hash() == HashAlgorithm.SHA1 ? SHA1 : SHA2_256),
                Attribute.of(GROUP_DESCRIPTION, proposal.group().id()),
                Attribute.of(AUTHENTICATION_METHOD, PRE_SHARED_KEY),
                Attribute.of(LIFE_TYPE, SECONDS),
                Lifetimes.attribute(LIFE_DURATION, lifetime));
    }

    /** The first offered transform that {@code accepted} holds; the answer repeats it as it was offered. */
    static Optional<Choice> choose(
            SecurityAssociationPayload offered, List<Phase1Proposal> accepted, Duration longest) {
        for (Proposal proposal : offered.proposals()) {
            for (Transform transform : proposal.transforms()) {
                Optional<Phase1Proposal> meaning =
                        proposal.protocol() == Proposal.ISAKMP ? meaning(transform) : Optional.empty();
                if (meaning.filter(accepted::contains).isPresent()) {
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

    private static Optional<Phase1Proposal> meaning(Transform transform) {
        if (transform.transformId() != KEY_IKE
                || transform.attribute(ENCRYPTION).orElse(0) != AES_CBC
                || transform.attribute(AUTHENTICATION_METHOD).orElse(0) != PRE_SHARED_KEY) {
            return Optional.empty();
        }
        Optional<EncryptionAlgorithm> encryption =
                Phase2Transforms.aes((int) transform.attribute(KEY_LENGTH).orElse(128));
        Optional<DhGroup> group =
                DhGroup.ofId((int) transform.attribute(GROUP_DESCRIPTION).orElse(0));
        long hash = transform.attribute(HASH).orElse(0);
        if (encryption.isEmpty() || group.isEmpty() || hash != SHA1 && hash != SHA2_256) {
            return Optional.empty();
        }
        HashAlgorithm algorithm = hash == SHA1 ? HashAlgorithm.SHA1 : HashAlgorithm.SHA2_256;
        return Optional.of(new Phase1Proposal(encryption.get(), algorithm, group.get()));
    }
}
