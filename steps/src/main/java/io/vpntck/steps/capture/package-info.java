/**
 * The outside capture as evidence: decoding and decryption of what was seen on the wire, for verdicts.
 *
 * <p>Given the captured packets and the keys that the lab gives out, and nothing of any machine's inner state; the
 * decryption of IKE is written here a second time, apart from the reference's own. Depends on {@code isakmp},
 * {@code esp}, {@code ip}, {@code crypto}, {@code lab}.
 */
package io.vpntck.steps.capture;
