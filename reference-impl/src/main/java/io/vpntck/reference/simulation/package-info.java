/**
 * Simulated networks: virtual time, IPv4 segments with seeded disturbances, a NAT device and a plain host.
 *
 * <p>One of the two drivers of the machines (the other is {@code live}). Everything random comes from one seed; a run
 * of one seed sends the same octets at the same virtual times in every JVM. What befell packets is kept as a list, which
 * replays the run, and which {@link io.vpntck.reference.simulation.Shrinker} makes small.
 *
 * <p>Links carry whole IPv4 packets, fragmented where a way is too narrow; there is no link layer and no ARP. Used by
 * one thread at a time. Depends on {@code ip}, {@code host} and {@code crypto} only.
 */
package io.vpntck.reference.simulation;
