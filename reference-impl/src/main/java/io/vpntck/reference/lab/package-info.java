/**
 * The lab: what a testbed may do to the AWS side that AWS has no call for, as an interface and its values.
 *
 * <p>Implemented in process by {@code vgw}, and over HTTP in {@code live}. Depends on {@code ip}, {@code crypto}.
 */
package io.vpntck.reference.lab;
