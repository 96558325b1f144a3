/** Virtual clock, simulated network, NAT devices, seeded faults of the wire. */
package io.vpntck.reference.simulation;
