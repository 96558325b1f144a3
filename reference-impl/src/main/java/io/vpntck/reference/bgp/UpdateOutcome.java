package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;

/**
 * What an UPDATE comes to, errors made good as RFC 7606 says; one that ends the session is a {@link BgpException}.
 *
 * @param withdrawn routes that are gone, those of a faulty announcement among them
 * @param announced routes that have {@code attributes}
 * @param attributes empty exactly when nothing is announced
 * @param faults what was wrong, in words: empty for a message without faults
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7606#section-2">RFC 7606, section 2</a>
 */
public record UpdateOutcome(
        List<Ipv4Prefix> withdrawn,
        List<Ipv4Prefix> announced,
        Optional<PathAttributes> attributes,
        List<String> faults) {
    public UpdateOutcome {
        withdrawn = List.copyOf(withdrawn);
        announced = List.copyOf(announced);
        faults = List.copyOf(faults);
        if (announced.isEmpty() != attributes.isEmpty()) {
            throw new IllegalArgumentException(announced.size() + " routes with attributes " + attributes);
        }
    }
}
