/**
 * Simulated networks: virtual time, IPv4 segments with seeded loss and delay, a NAT device and a plain host.
 *
 * <p>One of the two drivers of the machines (the other is {@code live}). Everything random comes from one seed; a run
 * of one seed sends the same octets at the same virtual times in every JVM. Links carry whole IPv4 packets; there is no
 * link layer and no ARP. Used by one thread at a time. Depends on {@code ip}, {@code host} and {@code crypto} only.
 */
package io.vpntck.reference.simulation;
