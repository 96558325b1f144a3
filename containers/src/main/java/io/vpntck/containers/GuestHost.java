package io.vpntck.containers;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host on the LAN behind a gateway: a network namespace of the guest, and the ping of iputils. */
final class GuestHost implements LanHost {
    private static final Ipv4Address ADDRESS = Ipv4Address.of("10.20.0.10");
    private static final Pattern MTU = Pattern.compile("mtu ?= ?(\\d+)");

    private final Guest guest;
    private int pings;

    GuestHost(Guest guest) {
        this.guest = guest;
    }

    @Override
    public Ipv4Address address() {
        return ADDRESS;
    }

    @Override
    public Ping ping(Ipv4Address destination, int count, Duration interval, int dataLength, boolean dontFragment) {
        pings++;
        String output = Guest.FOLDER + "run/ping-" + pings;
        guest.run(String.format(
                Locale.ROOT,
                "ip netns exec lan ping -n -M %s -s %d -c %d -i %.1f -W 2 %s > %s 2>&1 < /dev/null & echo $! > %s.pid",
                dontFragment ? "do" : "dont",
                dataLength,
                count,
                interval.toMillis() / 1000.0,
                destination,
                output,
                output));
        return new GuestPing(output);
    }

    /** What it prints is a file that the container shares with the guest. */
    private final class GuestPing implements Ping {
        private final String output;

        GuestPing(String output) {
            this.output = output;
        }

        private String text() {
            return guest.read(output);
        }

        private Optional<String> summary() {
            return text().lines()
                    .filter(line -> line.contains("packets transmitted"))
                    .findFirst();
        }

        @Override
        public int sent() {
            return summary()
                    .map(line -> Integer.parseInt(line.replaceAll("^(\\d+) packets transmitted.*", "$1")))
                    .orElseGet(this::received);
        }

        @Override
        public int received() {
            return (int)
                    text().lines().filter(line -> line.contains(" bytes from ")).count();
        }

        /** iputils tells it of an ICMP error and of its own refusal afterwards, both as {@code mtu=1436} or the like. */
        @Override
        public Optional<Integer> nextHopMtu() {
            Matcher told = MTU.matcher(text());
            return told.find() ? Optional.of(Integer.parseInt(told.group(1))) : Optional.empty();
        }

        @Override
        public boolean finished() {
            return summary().isPresent();
        }

        @Override
        public void stop() {
            guest.ask("kill -INT $(cat " + output + ".pid)");
        }
    }
}
