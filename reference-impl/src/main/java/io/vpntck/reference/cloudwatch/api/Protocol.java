package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.reference.ec2.RejectedRequestException;
import java.util.Map;

/** How an operation and its input stand in a request, and its output in an answer. */
interface Protocol {
    String TARGET_HEADER = "x-amz-target";
    String SMITHY_HEADER = "smithy-protocol";

    static Protocol of(MonitoringRequest request) {
        if ("rpc-v2-cbor".equals(request.headers().get(SMITHY_HEADER))) {
            return new CborProtocol();
        }
        return request.headers().containsKey(TARGET_HEADER) ? new JsonProtocol() : new QueryProtocol();
    }

    /** The name of the operation; empty for none. */
    String operation(MonitoringRequest request);

    /** @throws RejectedRequestException for a body that cannot be read */
    JsonNode input(MonitoringRequest request);

    /** @param output members by name: texts, numbers, instants, lists and maps of these */
    MonitoringResponse answer(String operation, Map<String, Object> output, String requestId);

    MonitoringResponse error(int status, String code, String message, String requestId);
}
