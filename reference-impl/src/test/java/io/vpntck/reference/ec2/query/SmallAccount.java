package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.simulation.SeededEntropy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An account with a clock that a test sets, asked by decoded requests. */
final class SmallAccount {
    Instant now = Instant.parse("2018-09-03T08:00:00Z");
    private int taken;
    private final QueryService service = new QueryService(new AwsAccount(
            new OutsideAddresses() {
                @Override
                public Optional<List<Ipv4Address>> takeTwo() {
                    Ipv4Address first = Ipv4Address.of("198.51.100.64").plus(taken);
                    taken += 2;
                    return Optional.of(List.of(first, first.plus(1)));
                }

                @Override
                public void giveBack(List<Ipv4Address> addresses) {
                    taken -= addresses.size();
                }
            },
            () -> now,
            new SeededEntropy(1, "ec2"),
            Set.of()));

    QueryService service() {
        return service;
    }

    /** Outside addresses that connections hold. */
    int outsideAddressesTaken() {
        return taken;
    }

    /** @param parameters {@code Type=ipsec.1 BgpAsn=65000} */
    QueryResponse ask(String action, String parameters) {
        Map<String, String> all = new HashMap<>(Map.of("Action", action, "Version", "2016-11-15"));
        for (String pair : parameters.isBlank() ? new String[0] : parameters.split(" ")) {
            int equals = pair.indexOf('=');
            all.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return service.handle(new QueryRequest("us-east-1", all));
    }

    /** Makes something, and gives back its id. */
    String make(String action, String parameters, String idElement) {
        return text(ask(action, parameters), idElement);
    }

    static String text(QueryResponse response, String element) {
        Matcher matcher = Pattern.compile("<" + element + ">([^<]*)<").matcher(response.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + element + " in " + response);
        }
        return matcher.group(1);
    }
}
