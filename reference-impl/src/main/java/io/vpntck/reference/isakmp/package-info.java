/**
 * ISAKMP messages and payloads: RFC 2408, with the IPsec DOI of RFC 2407, RFC 3706 and RFC 3947.
 *
 * <p>Decoding keeps everything that was on the wire (unknown payloads, padding, the order of attributes), so that an
 * unchanged message is written again octet for octet. Encryption is not done here: an encrypted message carries its
 * ciphertext, and {@code ikev1} has the keys. Depends on {@code wire} and {@code ip}.
 */
package io.vpntck.reference.isakmp;
