package io.vpntck.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchedProviderTest {

    /** A default method that the wrapper forgets would hide what the testbed says. */
    @Test
    void asksTheTestbedItself() throws Exception {
        Class<?> watched = new WatchedProvider(new OneTestbed(), new SimulatedTime())
                .open(new TestbedRequest("any", "Any1-1", 1, Set.of()))
                .getClass();
        for (Method method : Testbed.class.getMethods()) {
            assertThat(watched.getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass())
                    .as(method.getName())
                    .isEqualTo(watched);
        }
    }

    private static final class OneTestbed implements TestbedProvider {
        @Override
        public List<GatewayDescription> gateways() {
            return List.of();
        }

        @Override
        public void prepare(GatewayDescription gateway) {
            // Nothing is needed.
        }

        @Override
        public Testbed open(TestbedRequest request) {
            return (Testbed) Proxy.newProxyInstance(
                    Testbed.class.getClassLoader(),
                    new Class<?>[] {Testbed.class},
                    (proxy, method, arguments) -> method.getName().equals("now") ? Instant.EPOCH : null);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
