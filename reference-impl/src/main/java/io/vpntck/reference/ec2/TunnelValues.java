package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the tunnels of a new connection have: the values asked for, and those that AWS chooses. */
final class TunnelValues {
    private final Enforcement rules;
    private final Entropy entropy;

    TunnelValues(Enforcement rules, Entropy entropy) {
        this.rules = rules;
        this.entropy = entropy;
    }

    /** The options of tunnel 1 and tunnel 2. */
    List<TunnelOptions> ofBoth(List<TunnelOptions> given) {
        List<TunnelOptions> both = new ArrayList<>(given.subList(0, Math.min(2, given.size())));
        while (both.size() < 2) {
            both.add(TunnelOptions.NONE);
        }
        if (rules.commits(ControlPlaneFault.IGNORES_SECOND_KEY)) {
            both.set(1, new TunnelOptions(both.get(1).insideCidr(), Optional.empty()));
        }
        if (rules.commits(ControlPlaneFault.COPIES_KEY_TO_SECOND_TUNNEL)
                && both.get(1).preSharedKey().isEmpty()) {
            both.set(1, new TunnelOptions(both.get(1).insideCidr(), both.get(0).preSharedKey()));
        }
        if (rules.commits(ControlPlaneFault.SWAPS_TUNNEL_OPTIONS)) {
            Collections.reverse(both);
        }
        return both;
    }

    /** The blocks of the two tunnels, in their order; those asked for go before those assigned. */
    List<Ipv4Prefix> blocks(List<TunnelOptions> both, Collection<Ipv4Prefix> ofOthers) {
        boolean ignores = rules.commits(ControlPlaneFault.IGNORES_CHOSEN_CIDR);
        Set<Ipv4Prefix> taken = new HashSet<>(ofOthers);
        if (!ignores) {
            both.forEach(tunnel -> tunnel.insideCidr().map(InsideCidrs::block).ifPresent(taken::add));
        }
        List<Ipv4Prefix> blocks = new ArrayList<>();
        for (TunnelOptions tunnel : both) {
            Ipv4Prefix block = tunnel.insideCidr()
                    .filter(text -> !ignores)
                    .map(InsideCidrs::block)
                    .orElseGet(() -> assigned(taken, blocks.size()));
            taken.add(block);
            blocks.add(block);
        }
        return blocks;
    }

    private Ipv4Prefix assigned(Set<Ipv4Prefix> taken, int index) {
        if (rules.commits(ControlPlaneFault.ASSIGNS_RESERVED_CIDR)) {
            return InsideCidrs.RESERVED.get(index);
        }
        if (rules.commits(ControlPlaneFault.ASSIGNS_SAME_CIDRS)) {
            return Ipv4Prefix.of(index == 0 ? "169.254.20.0/30" : "169.254.20.4/30");
        }
        return InsideCidrs.assign(taken, entropy);
    }

    /** The key asked for, or a generated one. */
    String key(TunnelOptions tunnel) {
        return tunnel.preSharedKey()
                .map(key -> rules.commits(ControlPlaneFault.LOWER_CASE_PSK) ? key.toLowerCase(Locale.ROOT) : key)
                .orElseGet(this::generated);
    }

    private String generated() {
        if (rules.commits(ControlPlaneFault.GENERATES_SAME_PSK)) {
            return "A".repeat(32);
        }
        String key = PreSharedKeys.generate(entropy);
        if (rules.commits(ControlPlaneFault.GENERATES_PSK_WITH_LEADING_ZERO)) {
            return "0" + key.substring(1);
        }
        return rules.commits(ControlPlaneFault.GENERATES_SHORT_PSK) ? key.substring(16) : key;
    }
}
