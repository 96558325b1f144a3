package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The EC2 API of one account, from a decoded request to its answer. Used by one thread at a time. */
public final class QueryService {
    private static final String VERSION = "2016-11-15";
    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/" + VERSION + "/";
    private static final Set<String> MODIFYING =
            Set.of("ModifyVpnConnection", "ModifyVpnConnectionOptions", "ModifyVpnTunnelOptions");

    private final AwsAccount account;
    private final Map<String, Action> actions = new HashMap<>();
    private long requests;

    public QueryService(AwsAccount account) {
        this.account = account;
        actions.putAll(VpcActions.table());
        actions.putAll(SubnetActions.table());
        actions.putAll(RouteTableActions.table());
        actions.putAll(RouteActions.table());
        actions.putAll(InternetGatewayActions.table());
        actions.putAll(SecurityGroupActions.table());
        actions.putAll(NetworkAclActions.table());
        actions.putAll(PlaceActions.table());
        actions.putAll(VpnGatewayActions.table());
        actions.putAll(CustomerGatewayActions.table());
        actions.putAll(VpnConnectionActions.table());
        actions.putAll(TagActions.table());
    }

    /** The names of all actions that there are. */
    Set<String> actions() {
        return Set.copyOf(actions.keySet());
    }

    public QueryResponse handle(QueryRequest request) {
        String requestId = String.format("00000000-0000-4000-8000-%012x", ++requests);
        AwsRegion region = account.region(request.region());
        Parameters in = new Parameters(request.parameters());
        boolean noRequestId = region.commits(ControlPlaneFault.ERRORS_WITHOUT_REQUEST_ID);
        try {
            return answer(in, region, requestId);
        } catch (RejectedRequestException e) {
            Rejection rejection = e.rejection();
            return QueryResponse.error(400, rejection.code(), rejection.message(), noRequestId ? "" : requestId);
        }
    }

    private QueryResponse answer(Parameters in, AwsRegion region, String requestId) {
        String name = in.optional("Action")
                .orElseThrow(() -> new Rejection("MissingAction", "Action", "", "it says what to do").exception());
        String version = in.required("Version");
        if (!version.equals(VERSION)) {
            throw new Rejection("NoSuchVersion", "Version", version, "the version is " + VERSION).exception();
        }
        String namespace = region.commits(ControlPlaneFault.WRONG_NAMESPACE)
                ? NAMESPACE.replace(VERSION, "2014-10-01")
                : NAMESPACE;
        XmlAnswer out = new XmlAnswer(element(name), namespace);
        out.value("requestId", requestId);
        Optional<Action> action = Optional.ofNullable(actions.get(name)).or(() -> wrongly(name, region));
        if (action.isEmpty()) {
            throw new Rejection("InvalidAction", "Action", name, "there is no such action").exception();
        }
        ActionShape.of(name).ifPresent(shape -> RequestCheck.check(shape, in, region));
        if (in.flag("DryRun") && !region.commits(ControlPlaneFault.IGNORES_DRY_RUN)) {
            return dryRun(action.get(), in, region, out, requestId);
        }
        action.get().answer(in, region, out);
        return new QueryResponse(200, out.finish());
    }

    private static String element(String action) {
        return (action.matches("[A-Za-z]{1,64}") ? action : "Unknown") + "Response";
    }

    /** What a faulty control plane says yes to. */
    private static Optional<Action> wrongly(String name, AwsRegion region) {
        boolean yes = region.commits(ControlPlaneFault.ANSWERS_UNKNOWN_ACTIONS)
                || region.commits(ControlPlaneFault.KNOWS_MODIFY_ACTIONS) && MODIFYING.contains(name);
        return yes ? Optional.of((in, where, out) -> out.value("return", true)) : Optional.empty();
    }

    /** The code is an error, the meaning is yes: the request would have succeeded. */
    private static QueryResponse dryRun(
            Action action, Parameters in, AwsRegion region, XmlAnswer out, String requestId) {
        if (region.commits(ControlPlaneFault.DRY_RUN_CHANGES)) {
            action.answer(in, region, out);
        } else {
            region.dryRun(() -> action.answer(in, region, out));
        }
        return QueryResponse.error(
                412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", requestId);
    }
}
