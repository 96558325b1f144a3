/** EC2 resources of managed VPN connections and their documented rules, as pure data and functions. */
package io.vpntck.reference.ec2;
