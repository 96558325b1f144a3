/**
 * Ciphers, hashes, HMACs and Diffie-Hellman groups, over the JDK's and Bouncy Castle's providers.
 *
 * <p>No random source inside: entropy is an argument. Knows no protocol. Depends on {@code wire} only.
 */
package io.vpntck.reference.crypto;
