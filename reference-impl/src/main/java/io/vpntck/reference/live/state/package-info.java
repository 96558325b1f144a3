/**
 * State that lasts: a journal of the inputs that the server has accepted, in H2's MVStore.
 *
 * <p>The control plane answers and changes in the same way whenever it is given the same inputs at the same moments with the
 * same randomness (docs/adr/0009-a-journal-of-accepted-inputs.md). So the inputs are kept, not the state: an entry is there
 * or not, and nothing half-made can be seen. What an input does is not known here.
 */
package io.vpntck.reference.live.state;
