package io.httpcached.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpServer;
import io.micronaut.runtime.server.EmbeddedServer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests how many bytes a hit and a miss allocate on the heap, in relation to the same route without the cache. Unlike time, that does
 * not depend on what else the machine does. The server reads from and writes to memory, on the thread of the test.
 */
class AllocationTest {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 5_000;
    private static final String TEXT = "0123456789".repeat(20);

    private final EmbeddedServer application = ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                    "scenario",
                    "allocation",
                    "http-cache.memory.maximum-size",
                    "8MB",
                    "micronaut.security.enabled",
                    false,
                    "micronaut.server.port",
                    -1),
            "test");
    private final EmbeddedChannel connection = ((NettyHttpServer) application).buildEmbeddedChannel(false);

    @AfterEach
    void stop() {
        connection.finishAndReleaseAll();
        application.close();
    }

    @Test
    void hitAllocatesAtMost256BytesMoreThanTheRouteWithoutTheCache() {
        long uncached = allocated(number -> "/allocation/uncached/1");
        long hit = allocated(number -> "/allocation/cached/1");
        assertThat(hit).as("bytes, beside %s without the cache", uncached).isLessThan(uncached + 256);
    }

    /** The bound is a sixth above the measured ratio. */
    @Test
    void missAllocatesAtMostThreeTimesAsMuchAsTheRouteWithoutTheCache() {
        long uncached = allocated(number -> "/allocation/uncached/" + number);
        long miss = allocated(number -> "/allocation/cached/" + number);
        assertThat(miss).as("bytes, beside %s without the cache", uncached).isLessThan(uncached * 33 / 10);
    }

    private long allocated(IntFunction<String> target) {
        for (int i = 0; i < WARM_UP; i++) {
            exchange(target.apply(i));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int i = 0; i < MEASURED; i++) {
            ByteBuf request = request(target.apply(WARM_UP + i));
            long before = threads.getCurrentThreadAllocatedBytes();
            send(request);
            bytes += threads.getCurrentThreadAllocatedBytes() - before;
            receive();
        }
        return bytes / MEASURED;
    }

    private void exchange(String target) {
        send(request(target));
        receive();
    }

    private static ByteBuf request(String target) {
        return Unpooled.copiedBuffer(
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n", StandardCharsets.US_ASCII);
    }

    private void send(ByteBuf request) {
        connection.writeInbound(request);
        connection.runPendingTasks();
    }

    private void receive() {
        ByteBuf head = connection.readOutbound();
        assertThat(head.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 ");
        for (ByteBuf part = head; part != null; part = connection.readOutbound()) {
            part.release();
        }
    }

    @Controller("/allocation")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires(property = "scenario", value = "allocation")
    static class Texts {

        @Get("/uncached/{number}")
        String uncached(int number) {
            return TEXT + number;
        }

        @Get("/cached/{number}")
        @HttpCached(ttl = "1h")
        String cached(int number) {
            return TEXT + number;
        }
    }
}
