/**
 * IPv4 addresses, prefixes, packets and the headers inside them; a node on an IP network as a machine without I/O.
 *
 * <p>Follows RFC 791, 768, 792, 793 (segments only), 1191. No names are resolved and no sockets opened here. Depends on {@code wire} only.
 */
package io.vpntck.reference.ip;
