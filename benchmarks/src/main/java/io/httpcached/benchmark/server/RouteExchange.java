package io.httpcached.benchmark.server;

import io.httpcached.benchmark.application.HandlerRuns;
import io.netty.buffer.ByteBuf;

/**
 * Sends the same request to a route repeatedly. Before and after the measurement it checks that the response is of the
 * stated kind: it has the right body, and for cached routes the handler ran once. Not thread-safe.
 */
final class RouteExchange implements AutoCloseable {

    private final InProcessServer server;
    private final Kind kind;
    private final Body body;
    private final ByteBuf request;

    private RouteExchange(InProcessServer server, Kind kind, Body body, ByteBuf request) {
        this.server = server;
        this.kind = kind;
        this.body = body;
        this.request = request;
    }

    /** Starts the application and sends the first request to the route. */
    static RouteExchange start(Kind kind, Body body) {
        InProcessServer server = InProcessServer.start();
        ByteBuf plain = Requests.get(kind.target(body));
        Reply first = server.read(plain);
        ByteBuf request = kind == Kind.NOT_MODIFIED
                ? Requests.get(kind.target(body), "If-None-Match: " + first.field("ETag"))
                : plain;
        RouteExchange exchange = new RouteExchange(server, kind, body, request);
        exchange.check();
        return exchange;
    }

    /** Sends the request and returns the length of the response in bytes. */
    int run() {
        return server.exchange(request, kind.status());
    }

    /** Sends the request and returns the response. */
    Reply read() {
        return server.read(request);
    }

    /**
     * Sends the request and checks the whole response.
     *
     * @throws IllegalStateException if the response is not of the kind that the benchmark measures
     */
    void check() {
        Reply reply = read();
        require(reply.status() == kind.status(), "the status", reply);
        if (kind == Kind.NOT_MODIFIED) {
            require(reply.body().isEmpty(), "the body", reply);
        } else {
            Reply constant = server.read(Requests.get(Kind.CONSTANT.target(body)));
            require(reply.body().equals(constant.body()), "the body", reply);
            require(reply.field("Content-Type").equals("application/json"), "the type", reply);
        }
        if (kind == Kind.HIT || kind == Kind.NOT_MODIFIED) {
            require(reply.field("Cache-Status").contains("hit"), "the cache status", reply);
            require(server.bean(HandlerRuns.class).count() == 1, "the number of handler runs", reply);
        }
    }

    private void require(boolean holds, String what, Reply reply) {
        if (!holds) {
            throw new IllegalStateException(kind + " " + body + ": " + what + " is wrong in: " + reply.head());
        }
    }

    @Override
    public void close() {
        check();
        server.close();
    }
}
