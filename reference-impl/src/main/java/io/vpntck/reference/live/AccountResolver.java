package io.vpntck.reference.live;

import java.util.Optional;

/** Finds accounts by access key; called on threads of the listener. */
@FunctionalInterface
public interface AccountResolver {
    Optional<Account> find(String accessKey);
}
