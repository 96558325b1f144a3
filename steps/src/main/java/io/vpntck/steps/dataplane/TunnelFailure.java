package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.Lab;
import java.time.Duration;
import java.util.Arrays;

/** What can take a tunnel away, and give it back. */
enum TunnelFailure {
    SILENCE("a silent failure") {
        @Override
        void begin(Lab lab, Ipv4Address tunnel) {
            lab.blackhole(tunnel, true);
        }

        @Override
        void end(Lab lab, Ipv4Address tunnel) {
            lab.blackhole(tunnel, false);
        }
    },
    DELETE("a Delete of its SAs") {
        @Override
        void begin(Lab lab, Ipv4Address tunnel) {
            lab.deleteSas(tunnel);
        }
    },
    BGP_STOP("a stop of BGP") {
        @Override
        void begin(Lab lab, Ipv4Address tunnel) {
            lab.stopBgp(tunnel, true);
        }

        @Override
        void end(Lab lab, Ipv4Address tunnel) {
            lab.stopBgp(tunnel, false);
        }
    },
    MAINTENANCE("maintenance") {
        @Override
        void begin(Lab lab, Ipv4Address tunnel) {
            lab.maintain(tunnel, LASTS);
        }
    };

    /** How long the tunnel is kept away, where it does not come back by itself. */
    static final Duration LASTS = Duration.ofSeconds(90);

    private final String words;

    TunnelFailure(String words) {
        this.words = words;
    }

    static TunnelFailure of(String words) {
        return Arrays.stream(values())
                .filter(failure -> failure.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing like this befalls a tunnel: " + words));
    }

    abstract void begin(Lab lab, Ipv4Address tunnel);

    void end(Lab lab, Ipv4Address tunnel) {
        // It ends by itself, or by the gateway.
    }
}
