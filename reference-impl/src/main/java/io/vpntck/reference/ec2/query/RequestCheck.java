package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.Rejection;
import java.util.List;

/** What holds for the parameters of every action, before the rules of the action itself. */
final class RequestCheck {
    private RequestCheck() {}

    /** @throws io.vpntck.reference.ec2.RejectedRequestException for the first parameter that is unknown or missing */
    static void check(ActionShape shape, Parameters in, AwsRegion region) {
        for (String name : in.names()) {
            if (!shape.known().contains(Parameters.general(name))
                    && !region.commits(ControlPlaneFault.IGNORES_UNKNOWN_PARAMETERS)) {
                throw new Rejection("UnknownParameter", name, in.value(name), "the action does not know it")
                        .exception();
            }
            boolean anyKey =
                    region.commits(ControlPlaneFault.ACCEPTS_ANY_PSK_CHARACTER) && name.endsWith("PreSharedKey");
            if (!anyKey && !XmlAnswer.isPrintable(in.value(name))) {
                throw Rejection.ofValue(name, in.value(name), "it holds a control character")
                        .exception();
            }
        }
        in.gap().ifPresent(list -> {
            throw Rejection.ofValue(list, "", "the list is not numbered 1, 2 and so on")
                    .exception();
        });
        for (List<String> one : shape.required()) {
            if (!isLetGo(one, region)
                    && one.stream().map(name -> name.replace(".N", ".1")).noneMatch(in::has)) {
                throw missing(one.get(0), region);
            }
        }
    }

    /** Whether a fault does without the parameter. */
    private static boolean isLetGo(List<String> parameter, AwsRegion region) {
        boolean type = parameter.contains("Type") && region.commits(ControlPlaneFault.ACCEPTS_NO_TYPE);
        boolean gateway = parameter.stream().anyMatch(name -> name.endsWith("GatewayId"))
                && region.commits(ControlPlaneFault.MAKES_MISSING_GATEWAYS);
        return type || gateway;
    }

    private static RuntimeException missing(String name, AwsRegion region) {
        if (region.commits(ControlPlaneFault.MISSING_PARAMETER_IS_INVALID)) {
            return Rejection.ofValue(name, "", "the request must contain it").exception();
        }
        String said = region.commits(ControlPlaneFault.MISSING_PARAMETER_UNNAMED) ? "of the action" : name;
        return Parameters.missing(said);
    }
}
