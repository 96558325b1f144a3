/**
 * IKE version 1: main mode with pre-shared keys, quick mode with PFS, informational exchanges, DPD, NAT detection.
 *
 * <p>Follows RFC 2407, 2408, 2409, 3706, 3947. Aggressive mode can be begun (as a fault) but is never answered. No I/O
 * and no clock: an {@link io.vpntck.reference.ikev1.Ikev1Session} is told messages and moments. Does not know ESP:
 * the keys it agrees leave it as {@link io.vpntck.reference.ikev1.Ikev1Effect.SaPairUp}.
 */
package io.vpntck.reference.ikev1;
