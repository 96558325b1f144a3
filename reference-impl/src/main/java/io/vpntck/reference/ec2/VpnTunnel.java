package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.List;

/** One of the two tunnels of a connection, and what vgwTelemetry shows of it. */
public final class VpnTunnel {
    private final Ipv4Address outsideAddress;
    private final String preSharedKey;
    private final Ipv4Prefix insideCidr;
    private boolean up;
    private boolean beenUp;
    private String statusMessage = "IPSEC IS DOWN";
    private int acceptedRoutes;
    private List<Ipv4Prefix> learned = List.of();
    private Instant lastChange;
    private Instant lastReport;

    VpnTunnel(Ipv4Address outsideAddress, String preSharedKey, Ipv4Prefix insideCidr, Instant now) {
        this.outsideAddress = outsideAddress;
        this.preSharedKey = preSharedKey;
        this.insideCidr = insideCidr;
        this.lastChange = now;
        this.lastReport = now;
    }

    /** What changes besides the status leaves the time of its last change as it was. */
    void report(boolean nowUp, String message, int routes, Instant now) {
        if (nowUp != up) {
            lastChange = now;
        }
        up = nowUp;
        beenUp |= nowUp;
        statusMessage = message;
        acceptedRoutes = routes;
        lastReport = now;
    }

    void learned(List<Ipv4Prefix> prefixes) {
        learned = List.copyOf(prefixes);
    }

    /** What the peer has announced by BGP; it stays when the tunnel goes down. */
    List<Ipv4Prefix> learned() {
        return learned;
    }

    public Ipv4Address outsideAddress() {
        return outsideAddress;
    }

    public String preSharedKey() {
        return preSharedKey;
    }

    public Ipv4Prefix insideCidr() {
        return insideCidr;
    }

    public boolean up() {
        return up;
    }

    public boolean hasBeenUp() {
        return beenUp;
    }

    public String statusMessage() {
        return statusMessage;
    }

    public int acceptedRoutes() {
        return acceptedRoutes;
    }

    public Instant lastChange() {
        return lastChange;
    }

    /** When the data plane last told anything of it, whether its status had changed or not. */
    public Instant lastReport() {
        return lastReport;
    }
}
