/**
 * The AWS side on real networks: HTTP listener, raw and UDP sockets, packet capture, the lab over HTTP, and the
 * {@code serve} command.
 *
 * <p>The only package with I/O, threads and the system's clock and randomness. Drives the same nodes as
 * {@code simulation}.
 */
package io.vpntck.reference.live;
