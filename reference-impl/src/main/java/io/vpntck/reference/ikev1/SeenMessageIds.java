package io.vpntck.reference.ikev1;

import java.util.Arrays;

/**
 * The message ids that were used under one IKE SA, by either side: each is good for one exchange (RFC 2409, section 5.5),
 * so that a message recorded earlier, or sent back to its sender, leads to nothing.
 *
 * <p>Grows as it fills; beyond {@link #MOST}, more than DPD uses in eight hours, the oldest are forgotten.
 */
final class SeenMessageIds {
    private static final int MOST = 1 << 15;

    private int[] ids = new int[16];
    private int count;
    private int next;

    /** Notes an id; says whether it is new. */
    boolean add(int id) {
        if (contains(id)) {
            return false;
        }
        if (next == ids.length && ids.length < MOST) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        next %= ids.length;
        ids[next++] = id;
        count = Math.min(ids.length, Math.max(count, next));
        return true;
    }

    boolean contains(int id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }
}
