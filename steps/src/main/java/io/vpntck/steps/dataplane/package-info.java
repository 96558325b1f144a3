/**
 * Steps of the data plane: traffic through the tunnels, and what the outside capture shows of it.
 *
 * <p>Verdicts come from the capture and its keys, and from DescribeVpnConnections; never from either end's own word.
 */
package io.vpntck.steps.dataplane;
