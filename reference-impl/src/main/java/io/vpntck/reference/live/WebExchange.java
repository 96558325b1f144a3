package io.vpntck.reference.live;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.vpntck.reference.ec2.query.HttpRequestView;
import io.vpntck.reference.wire.Octets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One connection: each whole request goes to the handler of its path, and the answer back. */
final class WebExchange extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Function<String, WebHandler> handlers;

    WebExchange(Function<String, WebHandler> handlers) {
        this.handlers = handlers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean readable = request.decoderResult().isSuccess();
        boolean stays = readable && HttpUtil.isKeepAlive(request);
        HttpReply reply = readable
                ? answer(request)
                : Ec2Api.refusal(400, "InvalidRequest", "The request is not HTTP, or a line of it is too long");
        ChannelFuture sent = context.writeAndFlush(response(reply, stays));
        if (!stays) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private HttpReply answer(FullHttpRequest request) {
        // In the absolute form, which proxies use, the path comes after the authority.
        String target = request.uri().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        HttpRequestView view = new HttpRequestView(
                request.method().name(),
                path.isEmpty() ? "/" : path,
                question < 0 ? "" : target.substring(question + 1),
                headers(request),
                Octets.of(ByteBufUtil.getBytes(request.content())));
        return handlers.apply(view.path()).answer(view);
    }

    private static Map<String, String> headers(FullHttpRequest request) {
        Map<String, String> all = new LinkedHashMap<>();
        request.headers()
                .forEach(header ->
                        all.merge(header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + "," + b));
        return all;
    }

    static FullHttpResponse response(HttpReply reply, boolean keepAlive) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.wrappedBuffer(reply.body().toByteArray()));
        reply.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, keepAlive);
        return response;
    }

    /** A client that has said its last gets its answers, and then the end: they were given in this thread, before. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof ChannelInputShutdownEvent) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
        super.userEventTriggered(context, event);
    }

    /** A connection that breaks, or is silent for too long, is no one's fault here. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
