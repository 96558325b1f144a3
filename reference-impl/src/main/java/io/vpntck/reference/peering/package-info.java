/**
 * A BGP session over a TCP connection between the two inside addresses of a tunnel; both ends of a tunnel use it.
 *
 * <p>Joins {@code bgp} and {@code tcp}, which do not know each other. Knows nothing of IPsec: packets come and go as
 * they are inside the tunnel.
 */
package io.vpntck.reference.peering;
