package io.vpntck.reference.live;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.simulation.SeededEntropy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A listener on the loopback address that takes any signature, and ways to send it what no SDK would. */
final class Listening implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final QueryHttpServer server;

    Listening() throws IOException {
        AwsAccount account =
                new AwsAccount(new SharedAddresses(List.of()), Instant::now, new SeededEntropy(1, "ec2"), Set.of());
        QueryService ec2 = new QueryService(account);
        MonitoringService monitoring =
                new MonitoringService(new AccountMetrics(account, Instant::now), account::commits);
        server = new QueryHttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                key -> Optional.of(account(ec2, monitoring)));
    }

    private static Account account(QueryService ec2, MonitoringService monitoring) {
        return new Account(
                Optional.empty(),
                request -> {
                    synchronized (ec2) {
                        return ec2.handle(request);
                    }
                },
                monitoring::handle);
    }

    URI uri() {
        return server.uri();
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param form encoded, without {@code Version} */
    HttpResponse<String> post(String form) {
        return post("application/x-www-form-urlencoded; charset=utf-8", "Version=2016-11-15&" + form);
    }

    HttpResponse<String> post(String contentType, String body) {
        return send(HttpRequest.newBuilder(server.uri().resolve("/"))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a request with a signature that has the form of one. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        String now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        String credential = "AKID/" + now.substring(0, 8) + "/us-east-1/ec2/aws4_request";
        request.header("X-Amz-Date", now)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host;x-amz-date, Signature="
                                + "0".repeat(64))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends octets and then nothing more; gives back all that comes until the server ends the connection. */
    String octets(byte[] octets) throws IOException {
        try (Socket socket = open(octets)) {
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection on which these octets were sent, and more may follow. */
    Socket open(byte[] octets) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        OutputStream out = socket.getOutputStream();
        out.write(octets);
        out.flush();
        return socket;
    }

    /** Whether an ordinary request is still answered. */
    boolean serves() {
        return post("Action=DescribeVpcs").statusCode() == 200;
    }

    @Override
    public void close() {
        server.close();
    }
}
