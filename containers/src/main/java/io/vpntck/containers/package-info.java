/**
 * Live testbeds in containers: the reference AWS side as a server, and third-party gateways with kernels of their own,
 * on a network that nothing can leave.
 *
 * <p>Needs a Docker engine whose bridge this machine reaches, and no privileged container. What a run makes is named
 * after it and removed by it, also when it is interrupted.
 */
package io.vpntck.containers;
