package io.vpntck.reference.live;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.live.state.Journal;
import io.vpntck.reference.live.state.JournalEntry;
import io.vpntck.reference.live.state.JournalEntry.Kind;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has inputs dealt with, and keeps those that changed something, so that the journal can have them dealt with again. Used on
 * the driver's thread, {@link #awaitWritten} excepted.
 */
final class AcceptedInputs {
    private static final int SEED = 32;
    private static final String LEARNED = "learned";

    /** Calls of the lab that change nothing, or only what is under way in the data plane. */
    private static final Set<String> PASSING =
            Set.of("now", "capture", "ike-secrets", "esp-secrets", "events", "ping", "blackhole", "delete-sas");

    private final Optional<Journal> journal;
    private final InputScope scope;
    private final Entropy system;
    private final Accounts accounts;

    /** What deals with the inputs. */
    interface Accounts {
        QueryResponse api(String account, QueryRequest request);

        Object lab(String account, String call, Map<String, String> parameters);

        /** @param moment when the data plane told it */
        void telemetry(String account, Telemetry told, Instant moment);

        void learned(String account, Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes);

        void close(String account);
    }

    /** What vgwTelemetry is to show of a tunnel. */
    record Telemetry(Ipv4Address outsideAddress, boolean up, String message, int routes) {}

    AcceptedInputs(Optional<Journal> journal, InputScope scope, Entropy system, Accounts accounts) {
        this.journal = journal;
        this.scope = scope;
        this.system = system;
        this.accounts = accounts;
    }

    QueryResponse api(String account, QueryRequest request) {
        Instant moment = Instant.now();
        Octets seed = system.next(SEED);
        QueryResponse response = scope.with(moment, seed, () -> accounts.api(account, request));
        if (response.status() == 200 && changes(request)) {
            keep(Kind.API, account, moment, seed, request.region(), request.parameters(), digest(response));
        }
        return response;
    }

    /** Refused requests have changed nothing, and reads never do. */
    private static boolean changes(QueryRequest request) {
        String action = request.parameters().getOrDefault("Action", "");
        return !action.startsWith("Describe") && !action.startsWith("Get") && !action.startsWith("List");
    }

    Object lab(String account, String call, Map<String, String> parameters) {
        Instant moment = Instant.now();
        Octets seed = system.next(SEED);
        Object answer = scope.with(moment, seed, () -> accounts.lab(account, call, parameters));
        if (!PASSING.contains(call)) {
            keep(Kind.LAB, account, moment, seed, call, parameters, digest(answer.toString()));
        }
        return answer;
    }

    /** Keeps what the data plane of an account tells it; to be told after the account has taken it. */
    TunnelTelemetry of(String account) {
        return new TunnelTelemetry() {
            @Override
            public void report(Ipv4Address address, boolean up, String message, int routes, Instant now) {
                telemetry(account, new Telemetry(address, up, message, routes), now);
            }

            @Override
            public void learned(Ipv4Address address, List<Ipv4Prefix> prefixes) {
                String words = prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(" "));
                keep(
                        Kind.TELEMETRY,
                        account,
                        Instant.now(),
                        Octets.of(new byte[0]),
                        address.toString(),
                        Map.of(LEARNED, words),
                        Octets.of(new byte[0]));
            }
        };
    }

    private void telemetry(String account, Telemetry told, Instant moment) {
        Map<String, String> parameters = Map.of(
                "up",
                Boolean.toString(told.up()),
                "message",
                told.message(),
                "routes",
                Integer.toString(told.routes()));
        keep(
                Kind.TELEMETRY,
                account,
                moment,
                Octets.of(new byte[0]),
                told.outsideAddress().toString(),
                parameters,
                Octets.of(new byte[0]));
    }

    void close(String account) {
        accounts.close(account);
        keep(Kind.CLOSE, account, Instant.now(), Octets.of(new byte[0]), "", Map.of(), Octets.of(new byte[0]));
    }

    private void keep(
            Kind kind,
            String account,
            Instant moment,
            Octets seed,
            String subject,
            Map<String, String> parameters,
            Octets answer) {
        journal.ifPresent(j -> j.append(new JournalEntry(kind, account, moment, seed, subject, parameters, answer)));
    }

    /** How far an answer that is given now depends on the journal. */
    long accepted() {
        return journal.map(Journal::accepted).orElse(0L);
    }

    /** What an answer tells of must not be lost afterwards, whether it made it or only saw it. */
    void awaitWritten(long number) {
        journal.ifPresent(j -> j.awaitWritten(number));
    }

    /**
     * Has everything of the journal dealt with again. Tunnels that were up are then down: their keys are gone.
     *
     * @throws IOException in one line, when something now answers otherwise
     */
    void replay() throws IOException {
        if (journal.isEmpty()) {
            return;
        }
        Map<Ipv4Address, String> up = new LinkedHashMap<>();
        journal.get().read((number, entry) -> {
            Octets answer;
            try {
                answer = scope.with(entry.moment(), entry.seed(), () -> repeat(entry, up));
            } catch (RuntimeException e) {
                throw otherwise(number, entry, e);
            }
            if (!answer.equals(entry.answer())) {
                throw otherwise(number, entry, null);
            }
        });
        Instant now = Instant.now();
        up.forEach((address, account) -> {
            Telemetry down = new Telemetry(address, false, "IPSEC IS DOWN", 0);
            accounts.telemetry(account, down, now);
            telemetry(account, down, now);
        });
    }

    private static IOException otherwise(long number, JournalEntry entry, RuntimeException cause) {
        return new IOException(
                "entry " + number + " of the state (" + entry.title()
                        + ") is answered otherwise than it was: the state is"
                        + " of another version of the rules, choose another folder with --state",
                cause);
    }

    private Octets repeat(JournalEntry entry, Map<Ipv4Address, String> up) {
        String account = entry.account();
        Map<String, String> in = entry.parameters();
        switch (entry.kind()) {
            case API -> {
                return digest(accounts.api(account, new QueryRequest(entry.subject(), in)));
            }
            case LAB -> {
                return digest(accounts.lab(account, entry.subject(), in).toString());
            }
            case CLOSE -> {
                accounts.close(account);
                up.values().removeIf(account::equals);
            }
            case TELEMETRY -> {
                if (in.containsKey(LEARNED)) {
                    accounts.learned(account, Ipv4Address.of(entry.subject()), prefixes(in.get(LEARNED)));
                    break;
                }
                Telemetry told = new Telemetry(
                        Ipv4Address.of(entry.subject()),
                        Boolean.parseBoolean(in.get("up")),
                        in.get("message"),
                        Integer.parseInt(in.get("routes")));
                accounts.telemetry(account, told, entry.moment());
                if (told.up()) {
                    up.put(told.outsideAddress(), account);
                } else {
                    up.remove(told.outsideAddress());
                }
            }
        }
        return Octets.of(new byte[0]);
    }

    private static List<Ipv4Prefix> prefixes(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(" ")).map(Ipv4Prefix::of).toList();
    }

    /** Without the id of the request, which counts reads as well. */
    private static Octets digest(QueryResponse response) {
        return digest(response.status()
                + response.body().replaceAll("<(requestId|RequestID)>[^<]*</(requestId|RequestID)>", ""));
    }

    private static Octets digest(String text) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
