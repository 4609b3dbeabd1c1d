package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link ReportController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class ReportControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(ReportController.class, "show", long.class, String.class),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept-Language", "Language", "Accept")
                                .keyedInPart("Accept")
                                .build(),
                        ReportControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(ReportController.class, "summary"),
                        RoutePolicy.builder()
                                .ttl("1m")
                                .vary("Accept")
                                .keyedInPart("Accept")
                                .build(),
                        ReportControllerHttpCacheInterceptor::summaryKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(ReportController.class, "chart"),
                        RoutePolicy.builder().ttl("1m").vary("Accept").build(),
                        ReportControllerHttpCacheInterceptor::chartKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link ReportController#show(long, String)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
        key.header("Accept-Language");
        key.header("Language");
        key.mediaType("application/json", "text/csv");
    }

    /**
     * Writes the key of {@link ReportController#summary()}.
     */
    private static void summaryKey(KeyWriter key) {
        key.mediaType("text/plain", "application/json", "text/csv");
    }

    /**
     * Writes the key of {@link ReportController#chart()}.
     */
    private static void chartKey(KeyWriter key) {
        key.mediaType("image/svg+xml", "image/png", "application/json", "text/csv");
        key.vary("Accept");
    }
}
