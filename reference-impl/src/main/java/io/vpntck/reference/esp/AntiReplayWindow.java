package io.vpntck.reference.esp;

/**
 * Which sequence numbers of an SA have been seen, of the last so many.
 *
 * <p>Asked before the ICV is checked, and marked only after it was good (RFC 4303, section 3.4.3): otherwise one forged
 * packet with a high number would make every honest one look too old.
 *
 * <p>The bits lie in a ring of words of 64 that has one word more than the window. Moving ahead clears the words in
 * between and shifts nothing; the word being filled never overlaps the oldest of the window.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6479">RFC 6479</a>
 */
public final class AntiReplayWindow {
    /** RFC 4303, section 3.4.3: the size to be preferred, and the default. */
    public static final int DEFAULT_SIZE = 64;

    private final int size;
    private final long[] words;
    private long highest;

    /** @param size a multiple of 64 */
    public AntiReplayWindow(int size) {
        if (size <= 0 || size % Long.SIZE != 0) {
            throw new IllegalArgumentException("a window of " + size + " numbers is no multiple of 64");
        }
        this.size = size;
        this.words = new long[size / Long.SIZE + 1];
    }

    /** Whether a packet of this number may still be new. */
    public boolean admits(long sequence) {
        if (sequence == 0 || sequence + size <= highest) {
            return false;
        }
        return sequence > highest || (words[word(sequence)] & bit(sequence)) == 0;
    }

    /** Notes an authentic packet that {@link #admits} let through. */
    public void mark(long sequence) {
        if (sequence > highest) {
            long ahead = Math.min(sequence / Long.SIZE - highest / Long.SIZE, words.length);
            for (long i = 0; i < ahead; i++) {
                words[word(sequence - i * Long.SIZE)] = 0;
            }
            highest = sequence;
        }
        words[word(sequence)] |= bit(sequence);
    }

    private int word(long sequence) {
        return (int) (sequence / Long.SIZE % words.length);
    }

    private static long bit(long sequence) {
        return 1L << sequence % Long.SIZE;
    }
}
