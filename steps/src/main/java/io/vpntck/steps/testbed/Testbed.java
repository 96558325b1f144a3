package io.vpntck.steps.testbed;

import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.GatewayUnderTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The stage of one scenario: an account of its own on an AWS side, a gateway opposite, and the clock of both. */
public interface Testbed extends AutoCloseable {

    /** {@code simulated} or {@code live}. */
    String kind();

    URI ec2Endpoint();

    /** Where CloudWatch is; a gateway that claims {@code cloudwatch} is opposite an AWS side that has it. */
    default URI cloudWatchEndpoint() {
        return ec2Endpoint();
    }

    /** The access key that tells this scenario's account apart. */
    String accessKey();

    String secretKey();

    String region();

    Lab lab();

    GatewayUnderTest gateway();

    /**
     * A second gateway of the customer's beside the gateway under test, on the same LAN; a gateway that claims {@code
     * sites} is in a testbed that has this and the next.
     *
     * @throws UnsupportedOperationException where there is one gateway only
     */
    default GatewayUnderTest standIn() {
        throw new UnsupportedOperationException("there is one gateway only in this testbed");
    }

    /**
     * A gateway of the customer's at another site, with a LAN and a host of its own.
     *
     * @param number 1 to 10; 1 is the gateway under test
     * @throws UnsupportedOperationException where there is one gateway only
     */
    default GatewayUnderTest site(int number) {
        throw new UnsupportedOperationException("there is one gateway only in this testbed");
    }

    /** The testbed's clock, virtual or real. */
    Instant now();

    /** Lets time go on until {@code condition} holds, {@code limit} at most; returns whether it held. */
    boolean await(Duration limit, BooleanSupplier condition);

    /** Lets {@code time} go by. */
    default void pass(Duration time) {
        await(time, () -> false);
    }

    /** Takes note of every request to the EC2 API, where what is made must be taken away again. */
    default Optional<RequestLedger> ledger() {
        return Optional.empty();
    }

    /** From now on, packets of the gateway of more than {@code octets} are fragmented on the way to the AWS side. */
    void pathMtu(int octets);

    /**
     * The outside network as somebody on it sees it; a gateway that claims {@code wire} is in a testbed that has it.
     *
     * @throws UnsupportedOperationException where nobody can interfere
     */
    default Wire wire() {
        throw new UnsupportedOperationException("nobody can interfere with the outside network of this testbed");
    }

    /** Packets that a scenario has put on the outside network itself. */
    default List<Octets> injectedPackets() {
        return List.of();
    }

    /**
     * The network before the gateway; a gateway that claims {@code nat-device} is in a testbed that has it.
     *
     * @throws UnsupportedOperationException where the gateway is on the outside network for good
     */
    default AccessNetwork access() {
        throw new UnsupportedOperationException("the gateway of this testbed is on the outside network for good");
    }

    /** What has befallen packets by {@link Wire#disorder}, in words, one event each: {@code lose 17}. */
    default List<String> packetEvents() {
        return List.of();
    }

    /** Every packet on the outside network since before the first message, in order of time. */
    List<CapturedPacket> outsideCapture();

    @Override
    void close();
}
