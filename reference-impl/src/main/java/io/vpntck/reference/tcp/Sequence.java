package io.vpntck.reference.tcp;

/**
 * Order among sequence numbers, which go round.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.4">RFC 9293, section 3.4</a>
 */
final class Sequence {
    private Sequence() {}

    static boolean before(int a, int b) {
        return a - b < 0;
    }

    static boolean after(int a, int b) {
        return a - b > 0;
    }

    static int later(int a, int b) {
        return after(a, b) ? a : b;
    }
}
