package io.httpcached.suite.invalidation;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.Program;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.Micronaut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The application of a node in its own JVM. All nodes show and change the same thing. */
final class ThingsApplication {

    private static final String SCENARIO = "things";
    private static final String FILE = "things.file";
    private static final String LONGEST_HANDLER = "things.longest-handler-millis";

    private ThingsApplication() {}

    public static void main(String[] arguments) {
        Micronaut.run(ThingsApplication.class, arguments);
    }

    /**
     * Returns the program that starts a node.
     *
     * @param file the file with the version of the thing
     * @param longestHandler the longest run time of a handler
     * @param backend the properties of the shared backend
     */
    static Program program(Path file, Duration longestHandler, Map<String, Object> backend) {
        Map<String, Object> properties = new HashMap<>(backend);
        properties.put("scenario", SCENARIO);
        properties.put(FILE, file);
        properties.put(LONGEST_HANDLER, longestHandler.toMillis());
        properties.put("http-cache.lease.enabled", true);
        return Program.ofNode(ThingsApplication.class, properties);
    }

    /**
     * Handlers that pause between reading the data and responding, so that other requests can change the data
     * meanwhile.
     */
    @Controller("/things")
    @Requires(property = "scenario", value = SCENARIO)
    static class Things {

        private final VersionFile file;
        private final int longestMillis;
        private final HttpCache cache;

        Things(
                @Property(name = FILE) String file,
                @Property(name = LONGEST_HANDLER) int longestMillis,
                HttpCache cache) {
            this.file = new VersionFile(Path.of(file));
            this.longestMillis = longestMillis;
            this.cache = cache;
        }

        @Get("/one")
        @HttpCached(ttl = "1h", tags = "thing")
        CompletionStage<String> one() {
            return answer(version -> version);
        }

        @Get("/listed/{page}")
        @HttpCached(
                ttl = "1h",
                tags = {"list", "page:{page}"})
        CompletionStage<String> listed(int page) {
            return answer(version -> version);
        }

        /** Returns a response whose group only the handler knows. */
        @Get("/grouped")
        @HttpCached(ttl = "1h")
        CompletionStage<HttpResponse<String>> grouped() {
            return answer(version -> HttpResponse.ok(version).header("Cache-Groups", "\"group\""));
        }

        @Post("/versions/{version}")
        @SuppressWarnings("httpcached:missing-invalidation") // it invalidates itself
        CompletionStage<String> change(int version) {
            file.write(version);
            return cache.invalidateTags("thing", "list", "group").thenApply(invalidated -> "changed");
        }

        @Post("/softly/versions/{version}")
        @SuppressWarnings("httpcached:missing-invalidation") // it invalidates itself
        CompletionStage<String> changeSoftly(int version) {
            file.write(version);
            return cache.softly().invalidateTags("thing", "list", "group").thenApply(invalidated -> "changed");
        }

        private <T> CompletionStage<T> answer(Function<String, T> form) {
            String version = Integer.toString(file.read());
            int pause = ThreadLocalRandom.current().nextInt(longestMillis);
            return CompletableFuture.supplyAsync(
                    () -> form.apply(version), CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS));
        }
    }
}
