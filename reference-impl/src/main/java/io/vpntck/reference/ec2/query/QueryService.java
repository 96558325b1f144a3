package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.HashMap;
import java.util.Map;

/** The EC2 API of one account, from a decoded request to its answer. Used by one thread at a time. */
public final class QueryService {
    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private final AwsAccount account;
    private final Map<String, Action> actions = new HashMap<>();
    private long requests;

    public QueryService(AwsAccount account) {
        this.account = account;
        actions.putAll(VpcActions.table());
        actions.putAll(VpnGatewayActions.table());
        actions.putAll(CustomerGatewayActions.table());
        actions.putAll(VpnConnectionActions.table());
        actions.putAll(TagActions.table());
    }

    public QueryResponse handle(QueryRequest request) {
        String requestId = String.format("00000000-0000-4000-8000-%012x", ++requests);
        String name = request.parameters().getOrDefault("Action", "");
        Action action = actions.get(name);
        if (action == null) {
            return QueryResponse.error(400, "InvalidAction", "The action " + name + " is not valid", requestId);
        }
        Parameters in = new Parameters(request.parameters());
        if (in.flag("DryRun")) {
            return QueryResponse.error(
                    412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", requestId);
        }
        try {
            XmlAnswer out = new XmlAnswer(name + "Response", NAMESPACE);
            out.value("requestId", requestId);
            action.answer(in, account.region(request.region()), out);
            return new QueryResponse(200, out.finish());
        } catch (RejectedRequestException e) {
            Rejection rejection = e.rejection();
            return QueryResponse.error(400, rejection.code(), rejection.message(), requestId);
        }
    }
}
