package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link ReportController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class ReportControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder()
            .ttl("1m")
            .vary("Accept-Language", "Language", "Accept")
            .keyedInPart("Accept")
            .build();

    private static final RoutePolicy SUMMARY = RoutePolicy.builder()
            .ttl("1m")
            .vary("Accept")
            .keyedInPart("Accept")
            .build();

    private static final RoutePolicy CHART = RoutePolicy.builder().ttl("1m").vary("Accept").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        ReportController.class,
                        "show",
                        List.of(long.class, String.class),
                        SHOW,
                        ReportControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReportController.class,
                        "summary",
                        List.of(),
                        SUMMARY,
                        ReportControllerHttpCached::summaryKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        ReportController.class,
                        "chart",
                        List.of(),
                        CHART,
                        ReportControllerHttpCached::chartKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link ReportController#show(long, String)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
        key.header("Accept-Language");
        key.header("Language");
        key.mediaType("application/json", "text/csv");
    }

    /**
     * The key of {@link ReportController#summary()}.
     */
    private static void summaryKey(KeyWriter key) {
        key.mediaType("text/plain", "application/json", "text/csv");
    }

    /**
     * The key of {@link ReportController#chart()}.
     */
    private static void chartKey(KeyWriter key) {
        key.mediaType("image/svg+xml", "image/png", "application/json", "text/csv");
        key.vary("Accept");
    }
}
