package soundness;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.Closeable;
import java.util.Map;
import java.util.function.IntSupplier;

/** A running server, in which each request reaches its handler; supplies its port. */
public final class EchoServer implements IntSupplier, Closeable {

    private final EmbeddedServer server = ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                    "micronaut.server.port", -1,
                    "micronaut.security.enabled", false,
                    "http-cache.enabled", false,
                    "http-cache.invalidation.enabled", false,
                    "micronaut.server.locale-resolution.cookie-name", "lang"));

    @Override
    public int getAsInt() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
