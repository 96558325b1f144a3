package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The prefixes of one peer that are in use: what the peer announced, without loops and within the limit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-9.1.2">RFC 4271, section 9.1.2</a>
 */
final class AdjRibIn {
    private final SessionSettings settings;
    private final Set<Ipv4Prefix> accepted = new HashSet<>();

    AdjRibIn(SessionSettings settings) {
        this.settings = settings;
    }

    int size() {
        return accepted.size();
    }

    void clear() {
        accepted.clear();
    }

    /** The change that an UPDATE makes, behind what was wrong with it. */
    List<BgpEffect> apply(UpdateOutcome update, long peerAs) throws BgpException {
        List<BgpEffect> effects = new ArrayList<>();
        update.faults().forEach(fault -> effects.add(new BgpEffect.Ignored(fault)));
        List<Ipv4Prefix> gone = new ArrayList<>();
        drop(update.withdrawn(), gone);
        List<Ipv4Prefix> taken = new ArrayList<>();
        Optional<String> unusable = update.attributes().flatMap(attributes -> unusable(attributes, peerAs));
        if (unusable.isPresent()) {
            effects.add(new BgpEffect.Ignored(unusable.get()));
            drop(update.announced(), gone);
        } else {
            for (Ipv4Prefix prefix : update.announced()) {
                if (hasRoomFor(prefix)) {
                    accepted.add(prefix);
                    taken.add(prefix);
                } else {
                    effects.add(new BgpEffect.Ignored(prefix + " is beyond the limit"));
                }
            }
        }
        if (!gone.isEmpty() || !taken.isEmpty()) {
            effects.add(
                    new BgpEffect.RoutesChanged(gone, taken, taken.isEmpty() ? Optional.empty() : update.attributes()));
        }
        return effects;
    }

    private void drop(List<Ipv4Prefix> prefixes, List<Ipv4Prefix> gone) {
        for (Ipv4Prefix prefix : prefixes) {
            if (accepted.remove(prefix)) {
                gone.add(prefix);
            }
        }
    }

    private Optional<String> unusable(PathAttributes attributes, long peerAs) {
        AsPath path = attributes.asPath();
        if (!settings.conduct().has(SessionConduct.Departure.USES_LOOPS)
                && path.contains(settings.sides().localAs())) {
            return Optional.of("the path " + path + " contains the own AS");
        }
        // RFC 4271, section 6.3, and RFC 7606, section 7.2: the path of an external peer begins with its own AS.
        if (!path.first().equals(OptionalLong.of(peerAs))) {
            return Optional.of("the path " + path + " does not begin with " + peerAs);
        }
        return Optional.empty();
    }

    private boolean hasRoomFor(Ipv4Prefix prefix) throws BgpException {
        Optional<PrefixLimit> limit = settings.limit();
        if (limit.isEmpty()
                || accepted.contains(prefix)
                || accepted.size() < limit.get().maximum()) {
            return true;
        }
        if (limit.get().reaction() == PrefixLimit.Reaction.CEASE) {
            throw ErrorCode.MAXIMUM_PREFIXES_REACHED.because(
                    limit.get().data(), "more than " + limit.get().maximum() + " prefixes");
        }
        return false;
    }
}
