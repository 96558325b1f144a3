/** Encapsulating Security Payload: packet format, anti-replay window and tunnel-mode processing (RFC 4303, 3948). */
package io.vpntck.reference.esp;
