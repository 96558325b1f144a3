package io.vpntck.reference.ec2;

/**
 * Runs a request up to its first change.
 *
 * <p>Every rule of a request is checked before anything changes. So a request that comes to its first change would have
 * succeeded, and to stop it there is to try it: nothing has to be undone.
 */
final class DryRun {
    private boolean on;

    /** Where a request goes on to change something. */
    void beforeChange() {
        if (on) {
            throw new StoppedException();
        }
    }

    /** @throws RejectedRequestException when {@code request} breaks a rule */
    void of(Runnable request) {
        on = true;
        try {
            request.run();
        } catch (StoppedException e) {
            // As meant: every rule is kept.
        } finally {
            on = false;
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("a dry run ends here", null, false, false);
        }
    }
}
