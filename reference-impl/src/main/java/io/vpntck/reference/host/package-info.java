/**
 * A host on an IPv4 network as a machine without I/O: what stands behind the tunnels at both ends.
 *
 * <p>It answers ICMP echo requests, reassembles, sends what it is told, keeps what arrived, and moves octets over TCP:
 * enough of RFC 793 for a transfer with retransmission and path MTU discovery (RFC 1191), without congestion control.
 * Depends on {@code ip} and {@code wire} only.
 */
package io.vpntck.reference.host;
