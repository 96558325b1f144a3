/**
 * BGP-4 for one pair of neighbours and for a hub of many: messages, the session as a machine, the three RIBs and the choice of the
 * best path.
 *
 * <p>Follows RFC 4271, 2918 (route refresh), 4486 and 8203 (Cease), 5492 and 6793 (capabilities, four-octet AS numbers), 7606
 * (errors in UPDATE messages), 1997 (communities); IPv4 unicast only, external peers only. Confederations, route reflection,
 * graceful restart (read, not done) and multiprotocol routes are left out.
 *
 * <p>No I/O, clock or threads: time is an argument. Depends on {@code wire} and {@code ip}; the TCP beneath is somebody else's.
 */
package io.vpntck.reference.bgp;
