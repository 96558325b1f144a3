/** The outside capture as evidence: decoding and decryption of what was seen on the wire, for verdicts. */
package io.vpntck.steps.capture;
