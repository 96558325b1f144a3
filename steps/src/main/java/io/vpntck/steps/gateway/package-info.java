/**
 * The gateway SPI: what a product must be able to do for the kit to test it.
 *
 * <p>Knows nothing of Cucumber. Depends on {@code reference} {@code ip} only.
 */
package io.vpntck.steps.gateway;
