/**
 * EC2 resources of managed VPN connections and their documented rules, as pure data and functions.
 *
 * <p>{@link io.vpntck.reference.ec2.AwsAccount} holds the resources of one account, region by region, under a clock
 * that is handed in. The rules ({@link io.vpntck.reference.ec2.AmazonSideAsn},
 * {@link io.vpntck.reference.ec2.PreSharedKeys}, {@link io.vpntck.reference.ec2.InsideCidrs}) answer without any of it
 * whether a value may be used, and if not, why; {@link io.vpntck.reference.ec2.ConnectionRules} answers so for a whole
 * connection. Sources: Amazon VPC User Guide of September 2018 and the EC2 API model
 * of the same month. Used by one thread at a time. Depends on {@code ip}, {@code crypto}, {@code wire}.
 */
package io.vpntck.reference.ec2;
