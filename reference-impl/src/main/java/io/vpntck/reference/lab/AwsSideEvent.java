package io.vpntck.reference.lab;

import java.time.Instant;

/**
 * Something that happened to a packet or a tunnel inside the AWS side; a supplement, never the ground of a verdict
 * that the wire can give.
 *
 * @param kind one word, for example {@code delivered}, {@code dropped}, {@code tunnel-up}, {@code tunnel-down}
 */
public record AwsSideEvent(Instant time, String kind, String detail) {}
