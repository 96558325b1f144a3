package io.vpntck.reports.cli;

import io.vpntck.reference.configuration.Ranges;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnStaticRoute;

/**
 * A VPN connection as the EC2 API shows it. The credentials are those of the environment ({@code AWS_ACCESS_KEY_ID},
 * {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN}), or any.
 */
final class ConnectionReader implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Ec2Client ec2;
    private final String where;

    ConnectionReader(Optional<URI> endpoint, Optional<String> region) throws CommandRefused {
        String name = region.or(() -> environment("AWS_REGION")).orElse("us-east-1");
        where = endpoint.map(URI::toString).orElse("the EC2 API of " + name);
        if (endpoint.filter(uri -> uri.getHost() == null || !("" + uri.getScheme()).matches("https?"))
                .isPresent()) {
            throw CommandRefused.usage("--endpoint is " + where + ": it is no URL such as http://127.0.0.1:8080");
        }
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw CommandRefused.usage("--region is " + name + ": it is no region such as us-east-1");
        }
        Ec2ClientBuilder builder = Ec2Client.builder()
                .region(Region.of(name))
                .credentialsProvider(StaticCredentialsProvider.create(credentials()))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        c -> c.retryStrategy(s -> s.maxAttempts(1)).apiCallTimeout(LONGEST));
        endpoint.ifPresent(builder::endpointOverride);
        ec2 = builder.build();
    }

    private static AwsCredentials credentials() {
        String key = environment("AWS_ACCESS_KEY_ID").orElse("vpn-tck");
        String secret = environment("AWS_SECRET_ACCESS_KEY").orElse("vpn-tck");
        return environment("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(key, secret));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** The native document. */
    String configuration(String id) throws CommandRefused {
        VpnConnection connection = connection(id);
        String xml = connection.customerGatewayConfiguration();
        if (xml == null || xml.isBlank()) {
            throw CommandRefused.usage(
                    id + " is " + connection.stateAsString() + " and has no configuration: choose another connection");
        }
        return xml;
    }

    /** The VPC's range and the first static route, as far as there are such. */
    Ranges ranges(String id) throws CommandRefused {
        VpnConnection connection = connection(id);
        Optional<String> lan = connection.routes().stream()
                .map(VpnStaticRoute::destinationCidrBlock)
                .findFirst();
        Optional<String> vpc = attachedVpc(connection.vpnGatewayId());
        return new Ranges(vpc.flatMap(Ipv4Prefix::parse), lan.flatMap(Ipv4Prefix::parse));
    }

    private Optional<String> attachedVpc(String gateway) throws CommandRefused {
        Optional<String> vpc = ask(api -> api.describeVpnGateways(r -> r.vpnGatewayIds(gateway)).vpnGateways().stream()
                .flatMap(g -> g.vpcAttachments().stream())
                .filter(attachment -> attachment.state() == AttachmentStatus.ATTACHED
                        || attachment.state() == AttachmentStatus.ATTACHING)
                .map(VpcAttachment::vpcId)
                .findFirst());
        return vpc.isEmpty()
                ? Optional.empty()
                : ask(api -> api.describeVpcs(r -> r.vpcIds(vpc.get())).vpcs().stream()
                        .map(v -> v.cidrBlock())
                        .findFirst());
    }

    private VpnConnection connection(String id) throws CommandRefused {
        return ask(api -> api.describeVpnConnections(r -> r.vpnConnectionIds(id)).vpnConnections().stream()
                        .filter(connection -> connection.vpnConnectionId().equals(id))
                        .findFirst())
                .orElseThrow(() -> CommandRefused.usage("there is no VPN connection " + id + " at " + where));
    }

    private <T> T ask(Function<Ec2Client, T> request) throws CommandRefused {
        try {
            return request.apply(ec2);
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            if (code.startsWith("InvalidVpnConnectionID")) {
                throw CommandRefused.usage(e.awsErrorDetails().errorMessage() + " (" + code
                        + "): correct --connection, --region, or the access key in AWS_ACCESS_KEY_ID");
            }
            throw CommandRefused.cannotRun(where + " refused the request: " + code + " (HTTP " + e.statusCode() + ")");
        } catch (SdkClientException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw CommandRefused.cannotRun("cannot reach " + where + " ("
                    + String.valueOf(cause.getMessage()).replace('\n', ' ') + "): start it, or correct --endpoint");
        }
    }

    @Override
    public void close() {
        ec2.close();
    }
}
