/**
 * The simulated testbed: both ends of the tunnels and the control plane in this JVM, under virtual time and one seed.
 *
 * <p>The only package of {@code steps} that may know machines and faults: it builds the stage, and judges nothing. It
 * needs no privilege, no container engine and no native library; the EC2 API is on a loopback port of its own.
 */
package io.vpntck.steps.testbed.simulated;
