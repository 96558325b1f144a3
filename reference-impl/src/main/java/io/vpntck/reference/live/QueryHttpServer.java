package io.vpntck.reference.live;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The HTTP listener of the APIs; other paths may be added before the first request. */
public final class QueryHttpServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int BACKLOG = 128;
    /** A connection on which nothing comes for so long is closed: a slow client holds no thread, but a socket. */
    private static final int SILENCE_SECONDS = 30;
    /** Presigned requests have all their parameters in the first line. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final int LONGEST_HEADERS = 1 << 15;
    private static final int CHUNK = 1 << 13;
    private static final int QUIET_MILLIS = 100;
    private static final int MOST_MILLIS = 2_000;

    static {
        // Without this Netty allocates by means that newer JDKs warn of.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    private final Map<String, WebHandler> handlers = new LinkedHashMap<>();
    private final EventLoopGroup sockets = new NioEventLoopGroup(1, new DefaultThreadFactory("ec2-api-io", true));
    private final EventExecutorGroup threads =
            new DefaultEventExecutorGroup(THREADS, new DefaultThreadFactory("ec2-api", true));
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel listener;

    /** Listens at once. @throws IOException when the address cannot be bound, above all because the port is in use */
    public QueryHttpServer(InetSocketAddress bind, AccountResolver accounts) throws IOException {
        ApiEndpoint endpoint = new ApiEndpoint(accounts);
        ChannelFuture bound = new ServerBootstrap()
                .group(sockets)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(new ReadTimeoutHandler(SILENCE_SECONDS))
                                .addLast(new HttpServerCodec(LONGEST_LINE, LONGEST_HEADERS, CHUNK))
                                .addLast(new WholeRequests())
                                .addLast(threads, new WebExchange(path -> handler(path, endpoint)));
                    }
                })
                .bind(bind)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        listener = bound.channel();
    }

    private WebHandler handler(String path, ApiEndpoint endpoint) {
        return handlers.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(endpoint);
    }

    void add(String path, WebHandler handler) {
        handlers.put(path, handler);
    }

    public URI uri() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** The threads end after the connections, of which each has tasks for both kinds of threads to the last. */
    private void stop() {
        sockets.shutdownGracefully(QUIET_MILLIS, MOST_MILLIS, TimeUnit.MILLISECONDS)
                .addListener(ended -> threads.shutdownGracefully(QUIET_MILLIS, MOST_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Frees the port; requests under way are cut off. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        connections.close();
        stop();
    }
}
