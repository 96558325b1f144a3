/** The data plane of the AWS side: two tunnel endpoints for each connection, and the hosts of VPCs. */
package io.vpntck.reference.vgw;
