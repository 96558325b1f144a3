package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Encapsulation and decapsulation of inner packets of 1,400 octets, from packet to octets and back, one thread.
 *
 * <p>Decapsulation has to get a fresh sequence number each time, without the price of making the packet: a ring of
 * packets that were sealed before goes round, each time to an SA that has seen none of them. It is small enough for the
 * second-level cache, as the block of the peer's measurement is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EspBenchmark {
    private static final int PACKETS = 256;

    @Param({"AES_128_CBC+HMAC_SHA1_96", "AES_256_CBC+HMAC_SHA2_256_128"})
    String suite;

    private EspKeys keys;
    private OutboundSa outbound;
    private InboundSa inbound;
    private Ipv4Packet inner;
    private final Octets[] sealed = new Octets[PACKETS];
    private int next;

    @Setup
    public void prepare() {
        String[] names = suite.split("\\+");
        EncryptionAlgorithm encryption = EncryptionAlgorithm.valueOf(names[0]);
        IntegrityAlgorithm integrity = IntegrityAlgorithm.valueOf(names[1]);
        SplittableRandom random = new SplittableRandom(1);
        Entropy entropy = length -> Octets.filled(length, random::nextBytes);
        keys = new EspKeys(
                0x4711,
                encryption,
                integrity,
                entropy.next(encryption.keyLength()),
                entropy.next(integrity.keyLength()));
        inner = Ipv4Packet.of(
                Ipv4Address.of("10.20.0.10"), Ipv4Address.of("10.0.1.10"), Ipv4Packet.UDP, entropy.next(1_380));
        outbound = new OutboundSa(keys, entropy);
        OutboundSa sender = new OutboundSa(keys, entropy);
        for (int i = 0; i < PACKETS; i++) {
            sealed[i] = sender.protect(inner).orElseThrow();
        }
        inbound = new InboundSa(keys);
    }

    @Benchmark
    public Optional<Octets> encapsulate() {
        return outbound.protect(inner);
    }

    @Benchmark
    public Ipv4Packet decapsulate() throws MalformedMessageException {
        if (next == PACKETS) {
            next = 0;
            inbound = new InboundSa(keys);
        }
        return inbound.receive(EspPacket.decode(sealed[next++])).inner().orElseThrow();
    }
}
