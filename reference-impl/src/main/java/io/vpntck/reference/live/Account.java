package io.vpntck.reference.live;

import io.vpntck.reference.cloudwatch.api.MonitoringRequest;
import io.vpntck.reference.cloudwatch.api.MonitoringResponse;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may ask, and who answers; called on a thread of the listener.
 *
 * @param secretKey empty where any key pair is taken: a signature can then be checked for its form and age only
 * @param handler answers for EC2
 * @param monitoring answers for CloudWatch
 * @param faults what to do wrong before a request comes to either
 */
public record Account(
        Optional<String> secretKey,
        Function<QueryRequest, QueryResponse> handler,
        Function<MonitoringRequest, MonitoringResponse> monitoring,
        Set<ControlPlaneFault> faults) {
    public Account {
        faults = Set.copyOf(faults);
    }

    public Account(
            Optional<String> secretKey,
            Function<QueryRequest, QueryResponse> handler,
            Function<MonitoringRequest, MonitoringResponse> monitoring) {
        this(secretKey, handler, monitoring, Set.of());
    }

    boolean commits(ControlPlaneFault fault) {
        return faults.contains(fault);
    }
}
