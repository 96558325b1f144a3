/**
 * Octets and how they are read and written, for all protocols.
 *
 * <p>Knows no protocol. Depends on nothing.
 */
package io.vpntck.reference.wire;
