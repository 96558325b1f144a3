package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The keys that an AWS side with faults takes for a tunnel's own. */
final class LooseKeys {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";

    private LooseKeys() {}

    /** @param all the tunnels of the account */
    static List<Octets> of(TunnelEndpoint tunnel, List<TunnelEndpoint> all, Set<AwsSideFault> faults) {
        String key = tunnel.preSharedKey();
        List<String> taken = new ArrayList<>();
        if (faults.contains(AwsSideFault.TAKES_KEYS_OF_ANY_CASE)) {
            taken.add(key.toLowerCase(Locale.ROOT));
        }
        if (faults.contains(AwsSideFault.TAKES_KEYS_WITH_A_NEWLINE)) {
            taken.add(key + "\n");
        }
        if (faults.contains(AwsSideFault.TAKES_KEYS_BUT_FOR_THE_END)) {
            String beginning = key.substring(0, key.length() - 1);
            ALPHABET.chars().forEach(end -> taken.add(beginning + (char) end));
        }
        if (faults.contains(AwsSideFault.TAKES_KEY_OF_OTHER_TUNNEL)) {
            all.stream()
                    .filter(other -> other.connectionId().equals(tunnel.connectionId()))
                    .forEach(other -> taken.add(other.preSharedKey()));
        }
        return taken.stream().map(Octets::ofUtf8).toList();
    }
}
