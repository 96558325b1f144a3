package io.vpntck.reference.live;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A load on an EC2 endpoint: CreateVpnConnection until there are so many, then DescribeVpnConnections of all of them.
 *
 * <p>A program of one file, with nothing but the JDK: {@code java ServeLoad.java URL...}, one after
 * the other, so that one can be seen beside another. At each size it prints
 * requests per second and the percentiles of latency. An endpoint with the lab of {@code serve} gets its quotas raised;
 * any other is taken to have none.
 */
public final class ServeLoad {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String REGION = "us-east-1";
    private static final String KEY = "load";
    private static final String SECRET = "load";
    private static final int CLIENTS = 2;
    private static final int VPN_GATEWAYS = 5;
    private static final List<Integer> SIZES = List.of(50, 500, 5_000);
    private static final int LARGEST_RUN = 200;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);
    private static final Duration LONGEST_FILLING = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI endpoint;
    private final List<String> vpnGateways = new ArrayList<>();

    private ServeLoad(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("usage: java ServeLoad.java URL...");
            System.exit(2);
        }
        for (String url : args) {
            new ServeLoad(URI.create(url)).run();
        }
    }

    private void run() throws Exception {
        raiseQuotas();
        for (int i = 0; i < VPN_GATEWAYS; i++) {
            vpnGateways.add(id("vgw", request("CreateVpnGateway", Map.of("Type", "ipsec.1"))));
        }
        System.out.printf(
                "%s, %d clients%n%-32s %9s %9s %9s %9s %9s %9s %12s%n",
                endpoint, CLIENTS, "request", "count", "req/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "octets");
        int there = 0;
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int size : SIZES) {
                List<String> customers = new ArrayList<>();
                for (int i = there / VPN_GATEWAYS; i < size / VPN_GATEWAYS; i++) {
                    customers.add(id("cgw", request("CreateCustomerGateway", customerGateway(i))));
                }
                List<Callable<Sample>> creates = new ArrayList<>();
                customers.forEach(customer -> vpnGateways.forEach(gateway -> creates.add(() -> timed(
                        "CreateVpnConnection",
                        Map.of("Type", "ipsec.1", "VpnGatewayId", gateway, "CustomerGatewayId", customer)))));
                Run created = all(pool, creates, LONGEST_FILLING);
                print("CreateVpnConnection, to " + size, created);
                if (created.samples().size() < creates.size()) {
                    System.out.println("not filled within " + LONGEST_FILLING.toSeconds() + " s");
                    return;
                }
                there = size;
                List<Callable<Sample>> describes = new ArrayList<>();
                for (int i = 0; i < LARGEST_RUN; i++) {
                    describes.add(() -> timed("DescribeVpnConnections", Map.of()));
                }
                print("DescribeVpnConnections of " + size, all(pool, describes, LONGEST_RUN));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Map<String, String> customerGateway(int number) {
        return Map.of(
                "Type", "ipsec.1",
                "BgpAsn", "65000",
                "IpAddress", "198.18." + number / 250 + "." + (1 + number % 250));
    }

    private void raiseQuotas() throws IOException, InterruptedException {
        for (String quota : List.of("customer-gateways", "vpn-connections", "vpn-connections-of-a-gateway")) {
            String form = "region=" + REGION + "&quota=" + quota + "&value=10000";
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(endpoint.resolve("/lab/v1/raise-quota"))
                            .header("X-Account", KEY)
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                System.out.println("no lab here (" + answer.statusCode() + "): taken to have no quotas");
                return;
            }
        }
    }

    private record Sample(long nanos, int octets) {}

    private record Run(List<Sample> samples, Duration took) {}

    /** Runs what can be begun within the limit. */
    private static Run all(ExecutorService pool, List<Callable<Sample>> requests, Duration limit) throws Exception {
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        List<Future<Sample>> futures = new ArrayList<>();
        for (Callable<Sample> request : requests) {
            futures.add(pool.submit(() -> System.nanoTime() < end ? request.call() : null));
        }
        List<Sample> samples = new ArrayList<>();
        for (Future<Sample> future : futures) {
            Sample sample = future.get();
            if (sample != null) {
                samples.add(sample);
            }
        }
        return new Run(samples, Duration.ofNanos(System.nanoTime() - begin));
    }

    private Sample timed(String action, Map<String, String> parameters) throws Exception {
        long begin = System.nanoTime();
        String body = request(action, parameters);
        return new Sample(System.nanoTime() - begin, body.length());
    }

    private static void print(String what, Run run) {
        long[] nanos = run.samples().stream().mapToLong(Sample::nanos).sorted().toArray();
        System.out.printf(
                "%-32s %9d %9.1f %9.2f %9.2f %9.2f %9.2f %12d%n",
                what,
                nanos.length,
                nanos.length / (run.took().toNanos() / 1e9),
                percentile(nanos, 50),
                percentile(nanos, 90),
                percentile(nanos, 99),
                percentile(nanos, 100),
                run.samples().get(0).octets());
    }

    private static double percentile(long[] sorted, int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }

    private static String id(String kind, String body) {
        Matcher found = Pattern.compile(kind + "-[0-9a-f]+").matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("the answer has no id of a " + kind + ": " + body);
        }
        return found.group();
    }

    private String request(String action, Map<String, String> parameters)
            throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("Action", action);
        all.put("Version", "2016-11-15");
        String form = all.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String date = DATE.format(Instant.now());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(endpoint.resolve("/"))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Amz-Date", date)
                        .header("Authorization", authorization(form, date))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(action + " gives " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Signature Version 4, over the headers host and x-amz-date. */
    private String authorization(String form, String date) throws GeneralSecurityException {
        String scope = date.substring(0, 8) + "/" + REGION + "/ec2/aws4_request";
        String canonical = String.join(
                "\n",
                "POST",
                "/",
                "",
                "host:" + endpoint.getHost() + ":" + endpoint.getPort(),
                "x-amz-date:" + date,
                "",
                "host;x-amz-date",
                sha256(form));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(canonical));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + KEY + "/" + scope + ", SignedHeaders=host;x-amz-date, Signature="
                + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
