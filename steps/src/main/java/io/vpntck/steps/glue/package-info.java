/**
 * What binds features to a testbed: hooks, the world of a scenario, and the steps of the control plane and the stage.
 *
 * <p>A step is a line of delegation or one assertion. Steps see the EC2 API, the lab and the gateway SPI, never a
 * machine.
 */
package io.vpntck.steps.glue;
