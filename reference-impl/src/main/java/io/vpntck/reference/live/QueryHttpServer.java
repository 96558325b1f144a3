package io.vpntck.reference.live;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP listener of the EC2 API; other paths may be added before the first request. */
public final class QueryHttpServer implements AutoCloseable {
    private static final int THREADS = 8;

    static {
        // Head and body of an answer are two writes: Nagle's algorithm would hold the second back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    /** Listens at once. @throws IOException when the address cannot be bound, above all because the port is in use */
    public QueryHttpServer(InetSocketAddress bind, AccountResolver accounts) throws IOException {
        server = HttpServer.create(bind, 128);
        threads = Executors.newFixedThreadPool(THREADS, runnable -> {
            Thread thread = new Thread(runnable, "ec2-api");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new QueryHttpHandler(accounts));
        server.start();
    }

    void add(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** Frees the port; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
