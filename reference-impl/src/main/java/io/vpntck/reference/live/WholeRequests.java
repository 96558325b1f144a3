package io.vpntck.reference.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.util.concurrent.TimeUnit;

/** Puts the parts of a request together. One that is too large is refused, and the rest of it passed over. */
final class WholeRequests extends HttpObjectAggregator {
    /** A request of the APIs is some kilobytes at most. */
    private static final int LARGEST_BODY = 1 << 20;
    /** How long a client may take to see the refusal before it is cut off. */
    private static final int PATIENCE_SECONDS = 5;

    WholeRequests() {
        super(LARGEST_BODY);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        HttpReply refusal =
                Ec2Api.refusal(413, "RequestEntityTooLarge", "The request is larger than " + LARGEST_BODY + " octets");
        context.writeAndFlush(WebExchange.response(refusal, false));
        context.executor().schedule(() -> context.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
