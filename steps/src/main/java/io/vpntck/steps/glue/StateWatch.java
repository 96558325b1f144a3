package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.testbed.Testbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The states of a resource as they were seen, each once, in the order of their first sight. */
final class StateWatch {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<String> ORDER = List.of("pending", "available", "deleting", "deleted");

    private final Testbed testbed;
    private final List<String> seen = new ArrayList<>();
    private Optional<String> last = Optional.empty();

    StateWatch(Testbed testbed) {
        this.testbed = testbed;
    }

    /**
     * Looks until the state is {@code end} or the resource is listed no more, a minute at most.
     *
     * @param state empty when the resource is not listed
     */
    void until(String end, Supplier<Optional<String>> state) {
        testbed.await(LIMIT, () -> {
            Optional<String> now = look(state);
            last = now;
            now.filter(s -> seen.isEmpty() || !seen.get(seen.size() - 1).equals(s))
                    .ifPresent(seen::add);
            return now.isEmpty() || now.get().equals(end);
        });
    }

    /** An id that is no longer known is a resource that is not listed. */
    private static Optional<String> look(Supplier<Optional<String>> state) {
        try {
            return state.get();
        } catch (AwsServiceException e) {
            if (e.awsErrorDetails().errorCode().endsWith(".NotFound")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Empty when it is listed no more. */
    Optional<String> last() {
        return last;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    void assertOrder() {
        assertThat(seen).as("states seen").isNotEmpty().isSubsetOf(ORDER).doesNotHaveDuplicates();
        assertThat(seen.stream().map(ORDER::indexOf).toList())
                .as("states seen, by their place in %s", ORDER)
                .isSorted();
    }
}
