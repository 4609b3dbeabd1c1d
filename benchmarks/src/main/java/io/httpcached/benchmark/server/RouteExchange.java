package io.httpcached.benchmark.server;

import io.httpcached.benchmark.application.HandlerRuns;
import io.netty.buffer.ByteBuf;

/**
 * One request to one route, again and again. It proves before and after that the answers are those it is named for: the
 * right body and, for routes of the response cache, a handler that ran once. Not thread-safe.
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

    /** Starts the application and lets the route answer for the first time. */
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

    /** {@return the length of the response in bytes} */
    int run() {
        return server.exchange(request, kind.status());
    }

    /** {@return the response} */
    Reply read() {
        return server.read(request);
    }

    /**
     * Looks at a whole response.
     *
     * @throws IllegalStateException if it is not what the benchmark claims to measure
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
