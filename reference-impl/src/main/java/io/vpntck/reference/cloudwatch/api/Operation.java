package io.vpntck.reference.cloudwatch.api;

import java.util.Map;

/** One operation, from its input to the members of its output. */
@FunctionalInterface
interface Operation {
    /** @throws io.vpntck.reference.ec2.RejectedRequestException for what CloudWatch refuses */
    Map<String, Object> answer(String region, Input input);
}
