/**
 * Encapsulating Security Payload: packet format, anti-replay window, SAs, tunnel mode, UDP encapsulation.
 *
 * <p>Follows RFC 4303 with 32-bit sequence numbers, RFC 3602 (AES-CBC), RFC 2404 and RFC 4868 (HMAC), RFC 4301 section
 * 5.1.2 for the outer header, and RFC 3948. Extended sequence numbers, transport mode and traffic flow confidentiality
 * are not implemented.
 *
 * <p>Keys arrive from outside; this package does not know how they were agreed. Depends on {@code crypto}, {@code ip},
 * {@code wire}.
 */
package io.vpntck.reference.esp;
