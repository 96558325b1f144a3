/**
 * The AWS side's data plane for one account: two tunnel endpoints for each VPN connection, and the VPC behind them.
 *
 * <p>Follows the tunnels that {@code ec2} says exist, and tells it how they are. It answers; it never begins phase 1.
 * Hosts of a VPC stand behind the network ACL and the security group that {@code ec2} has for them. Of route targets
 * but the virtual private gateway, only what reaches them by IPv6 is told. Depends on {@code tunnel}, {@code host},
 * {@code ec2}, {@code lab}.
 */
package io.vpntck.reference.vgw;
