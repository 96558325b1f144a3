/**
 * The AWS side's data plane for one account: two tunnel endpoints for each VPN connection, and the VPC behind them.
 *
 * <p>Follows the tunnels that {@code ec2} says exist, and tells it how they are. It answers; it never begins phase 1.
 * Hosts of a VPC answer ICMP echo; other protocols and route targets are not there yet. Depends on {@code tunnel},
 * {@code ec2}, {@code lab}.
 */
package io.vpntck.reference.vgw;
