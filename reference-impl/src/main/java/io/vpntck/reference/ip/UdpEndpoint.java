package io.vpntck.reference.ip;

/** An address and a UDP port, 1 to 65535. */
public record UdpEndpoint(Ipv4Address address, int port) {
    public UdpEndpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("UDP port " + port);
        }
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
