/**
 * Coverage-guided fuzzing of every decoder and of the responder (Jazzer): docs/fuzzing.md.
 *
 * <p>Without {@code JAZZER_FUZZ=1} each target is replayed over the seeds in {@code src/test/resources} of this package,
 * among them the input of every fault that fuzzing has found.
 */
package io.vpntck.reference.fuzz;
