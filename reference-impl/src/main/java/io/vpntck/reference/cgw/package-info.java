/**
 * The reference customer gateway: configured from the native XML document, initiator of both tunnels, and able to
 * commit named faults.
 *
 * <p>Traffic for the VPC goes through tunnel 1 while it is up, else through tunnel 2; traffic for the AWS side's inside
 * address of a tunnel goes through that tunnel. Static routing only: no BGP yet. Depends on {@code tunnel}.
 */
package io.vpntck.reference.cgw;
