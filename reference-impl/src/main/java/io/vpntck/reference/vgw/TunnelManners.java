package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.wire.Octets;
import java.util.List;

/**
 * What the documents leave open of a tunnel, and what a fault makes of it.
 *
 * @param otherKeys pre-shared keys that are taken beside the right one: none, properly
 * @param beyondLimit what a prefix leads to that is one too many
 */
record TunnelManners(List<Octets> otherKeys, PrefixLimit.Reaction beyondLimit) {
    TunnelManners {
        otherKeys = List.copyOf(otherKeys);
    }
}
