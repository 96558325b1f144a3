package io.vpntck.reference.cloudwatch.api;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.Map;
import java.util.function.Predicate;

/** The CloudWatch API of one account, from a request to its answer. Used by one thread at a time. */
public final class MonitoringService {
    private final Map<String, Operation> operations;
    private final boolean resultElement;
    private long requests;

    /** @param commits the faults that the account's control plane is to commit */
    public MonitoringService(AccountMetrics metrics, Predicate<ControlPlaneFault> commits) {
        operations = Map.of(
                "ListMetrics", new ListMetrics(metrics, commits),
                "GetMetricStatistics", new GetMetricStatistics(metrics, commits));
        resultElement = !commits.test(ControlPlaneFault.NO_RESULT_ELEMENT);
    }

    public MonitoringResponse handle(MonitoringRequest request) {
        Protocol protocol = Protocol.of(request);
        if (protocol instanceof QueryProtocol) {
            protocol = new QueryProtocol(resultElement);
        }
        String requestId = String.format("00000000-0000-4000-9000-%012x", ++requests);
        String name = protocol.operation(request);
        Operation operation = operations.get(name);
        if (operation == null) {
            return protocol.error(400, "InvalidAction", "The action " + name + " is not valid", requestId);
        }
        try {
            Input input = new Input(protocol.input(request));
            return protocol.answer(name, operation.answer(request.region(), input), requestId);
        } catch (RejectedRequestException e) {
            Rejection rejection = e.rejection();
            return protocol.error(400, rejection.code(), rejection.message(), requestId);
        }
    }

    /** The refusal of a request that does not come as far as an operation, in the protocol of the request. */
    public static MonitoringResponse refusal(
            MonitoringRequest request, int status, String code, String message, String requestId) {
        return Protocol.of(request).error(status, code, message, requestId);
    }
}
