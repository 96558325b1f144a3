/**
 * The small TCP that carries BGP inside a tunnel: connections from handshake to TIME-WAIT, with retransmission,
 * reordering, zero windows and resets (RFC 9293).
 *
 * <p>Machines without I/O, clock or threads. Left out: urgent data, selective acknowledgment, window scaling, time
 * stamps, and the algorithm of Nagle, which would hold small messages back. Knows nothing of BGP; depends on {@code ip},
 * {@code crypto} for initial sequence numbers, and {@code wire}.
 */
package io.vpntck.reference.tcp;
