/**
 * IKE version 1 with pre-shared keys: main mode, quick mode, informational exchanges, DPD and NAT detection.
 *
 * <p>Follows RFC 2409, with RFC 2407 (IPsec DOI), RFC 3706 (dead peer detection) and RFC 3947 (NAT traversal). One class
 * for each procedure; {@link io.vpntck.reference.ikev1.Ikev1Session} composes them for one side of one tunnel.
 * Either side renews SAs; {@link io.vpntck.reference.ikev1.Conduct} says what a side does of its own accord. Aggressive
 * mode is begun only by a gateway told to commit that fault, and taken never; there are no signatures, no XAUTH, no
 * configuration mode and no IKE fragmentation.
 *
 * <p>Told the time and handed its entropy. Depends on {@code isakmp}, {@code crypto}, {@code ip}, {@code wire}.
 */
package io.vpntck.reference.ikev1;
