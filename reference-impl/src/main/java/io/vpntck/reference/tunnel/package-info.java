/**
 * One end of one tunnel: IKE and ESP joined behind one outside address, and the logical interface before it.
 *
 * <p>What the AWS side and the customer gateway have in common; which traffic goes in, and what becomes of what comes
 * out, is for {@code vgw} and {@code cgw} to say. Depends on {@code ikev1}, {@code esp}, {@code ip}, {@code lab}.
 */
package io.vpntck.reference.tunnel;
