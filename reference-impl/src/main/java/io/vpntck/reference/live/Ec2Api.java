package io.vpntck.reference.live;

import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ec2.query.SignatureV4;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A request to EC2: a form in the body, or in the query string of a GET. */
record Ec2Api(SignatureV4 signature, SignatureV4.Signed signed) implements Api {

    @Override
    public HttpReply answer(Account account) {
        String form = signed.method().equals("GET")
                ? signed.query()
                : new String(signed.body().toByteArray(), StandardCharsets.UTF_8);
        return HttpReply.of(account.handler().apply(new QueryRequest(signature.region(), FormDecoder.decode(form))));
    }

    @Override
    public HttpReply error(int status, String code, String message) {
        return HttpReply.of(
                QueryResponse.error(status, code, message, UUID.randomUUID().toString()));
    }
}
