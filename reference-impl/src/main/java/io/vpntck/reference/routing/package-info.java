/**
 * Which route of a route table a packet takes: pure functions of the routes.
 *
 * <p>Amazon VPC User Guide, "Route Tables" and "Route Tables and VPN Route Priority" (2018-09). Knows nothing of gateways and
 * of how routes come into a table; depends on {@code ip} only.
 */
package io.vpntck.reference.routing;
