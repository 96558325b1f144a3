package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapDumper;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures an interface from now on: all IPv4 but one TCP port, the control plane's own.
 *
 * <p>libpcap's own loop writes a file, since a loop through Java loses packets under load; readers parse that file.
 */
final class PacketTap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PacketTap.class);
    private static final int SNAPLEN = 65_535;
    private static final int BUFFER = 32 << 20;
    private static final int ETHERNET = 1;

    private final Path file;
    private final PcapHandle handle;
    private final PcapDumper dumper;
    private final Thread thread;

    /** @throws IOException when the interface cannot be captured; the message is one line that says why */
    PacketTap(String interfaceName, int controlPort) throws IOException {
        file = Files.createTempFile("vpn-tck-outside", ".pcap");
        boolean open = false;
        try {
            PcapNetworkInterface networkInterface = Pcaps.getDevByName(interfaceName);
            if (networkInterface == null) {
                throw new IOException("there is no interface " + interfaceName + " to capture");
            }
            handle = new PcapHandle.Builder(interfaceName)
                    .snaplen(SNAPLEN)
                    .promiscuousMode(PcapNetworkInterface.PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(10)
                    .bufferSize(BUFFER)
                    .build();
            if (handle.getDlt().value() != ETHERNET) {
                throw new IOException(interfaceName + " is no Ethernet interface");
            }
            handle.setFilter("ip and not tcp port " + controlPort, BpfProgram.BpfCompileMode.OPTIMIZE);
            dumper = handle.dumpOpen(file.toString());
            open = true;
        } catch (PcapNativeException | NotOpenException e) {
            throw new IOException(interfaceName + " cannot be captured: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IOException(
                    interfaceName + " cannot be captured: there is no libpcap, on Debian apt-get install libpcap0.8",
                    e);
        } finally {
            if (!open) {
                Files.deleteIfExists(file);
            }
        }
        thread = new Thread(this::capture, "capture");
        thread.setDaemon(true);
        thread.start();
    }

    private void capture() {
        try {
            handle.loop(-1, dumper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException e) {
            LOG.error("the capture has ended: {}", e.getMessage());
        }
    }

    /** The packets so far that pass, in the order of the capture. */
    List<CapturedPacket> packets(BiPredicate<Instant, Ipv4Packet> filter) {
        List<CapturedPacket> packets = new ArrayList<>();
        try {
            dumper.flush();
            try (PcapHandle reader = Pcaps.openOffline(file.toString(), PcapHandle.TimestampPrecision.MICRO)) {
                while (true) {
                    Octets frame = Octets.of(reader.getNextRawPacketEx());
                    Instant time = reader.getTimestamp().toInstant();
                    Frames.ipv4(frame)
                            .filter(packet -> filter.test(time, packet))
                            .ifPresent(packet -> packets.add(new CapturedPacket(time, packet.encode())));
                }
            }
        } catch (EOFException e) {
            return packets;
        } catch (PcapNativeException | NotOpenException | TimeoutException e) {
            throw new IllegalStateException("the capture cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            handle.breakLoop();
            thread.join(1000);
            dumper.close();
            handle.close();
            Files.deleteIfExists(file);
        } catch (NotOpenException | IOException e) {
            LOG.warn("closing the capture: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
