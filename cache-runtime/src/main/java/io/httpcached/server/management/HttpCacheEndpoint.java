package io.httpcached.server.management;

import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.management.endpoint.annotation.Delete;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The management endpoint {@code httpcache}. GET reports cache statistics, the routes of the build and explanations of
 * decisions, and DELETE invalidates. It is sensitive unless configured otherwise.
 */
@Endpoint(id = HttpCacheEndpoint.ID, defaultSensitive = true)
@Requires(classes = Endpoint.class)
@Requires(beans = {CacheReport.class, BuildReports.class})
public class HttpCacheEndpoint {

    /** The id of the endpoint. */
    public static final String ID = "httpcache";

    private static final String UNCONFIRMED =
            "A remote store did not confirm the invalidation, which is repeated until it does. Until then, other nodes may"
                    + " serve the entries.";

    private static final String ROUTES = "routes";

    private static final String EXPLAIN = "explain";

    private static final String NO_REPORT =
            "META-INF/httpcached/routes.json is not on the class path. The annotation processor writes it for a module with"
                    + " cached or invalidating routes: check that the module is compiled with httpcached-processor.";

    private final CacheReport report;
    private final EndpointInvalidator invalidator;
    private final BuildReports builds;
    private final ExplainParameters explained;

    HttpCacheEndpoint(
            CacheReport report, EndpointInvalidator invalidator, BuildReports builds, ExplainParameters explained) {
        this.report = report;
        this.invalidator = invalidator;
        this.builds = builds;
        this.explained = explained;
    }

    /**
     * Reports cache statistics.
     *
     * @return whether the cache is enabled, the counters of each route, the state of each store, of the caches for functions and of warming
     */
    @Read
    public Map<String, Object> totals() {
        Map<String, Object> stores = new LinkedHashMap<>();
        stores.put("memory", ReportDetails.of(report.memory(), report.broadcast()));
        Map<String, NearStatistics> copies = report.copies();
        report.backends().forEach((name, statistics) -> {
            Map<String, Object> store = ReportDetails.of(statistics);
            NearStatistics near = copies.get(name);
            if (near != null) {
                store.put("near", ReportDetails.of(near));
            }
            stores.put(name, store);
        });
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("enabled", report.isEnabled());
        totals.put("routes", report.routes().stream().map(ReportDetails::of).toList());
        totals.put("stores", stores);
        totals.put("caches", report.caches().stream().map(ReportDetails::of).toList());
        totals.put("warming", report.warming().stream().map(ReportDetails::of).toList());
        return totals;
    }

    /**
     * Reports details. The view {@code routes} is the build report: the key, the policy and the invalidations of each route.
     * The view {@code explain} is the decision of the cache about the request that the parameters {@code uri},
     * {@code method}, {@code header} (repeatable) and {@code user} describe. No handler and no filter runs.
     *
     * @param view {@code routes} or {@code explain}
     * @param request the request, whose parameters describe the request to explain
     * @return the details; 404 for an unknown view or a missing build report, 400 for an invalid parameter
     * @throws IOException if a build report cannot be read
     */
    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    public CompletableFuture<Map<String, Object>> view(@Selector String view, HttpRequest<?> request)
            throws IOException {
        return switch (view) {
            case ROUTES -> CompletableFuture.completedFuture(routes());
            case EXPLAIN -> report.explain(explained.parse(request)).thenApply(ReportDetails::of);
            default ->
                throw new HttpStatusException(
                        HttpStatus.NOT_FOUND, "Unknown view: " + view + ". Ask for " + ROUTES + " or " + EXPLAIN + ".");
        };
    }

    private Map<String, Object> routes() throws IOException {
        Map<String, Object> built = new LinkedHashMap<>(builds.read());
        if (built.isEmpty()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, NO_REPORT);
        }
        return built;
    }

    /**
     * Invalidates entries by {@code tag}, {@code path} or {@code route} (each repeatable), {@code namespace} or {@code all=true}. With
     * {@code soft=true}, entries become stale instead of being removed.
     *
     * @param request the request, whose parameters name the entries
     * @return 204 when the stores confirmed the invalidation; 400 for an invalid parameter, 503 if a remote store did not
     *     confirm
     */
    @Delete
    public CompletionStage<HttpResponse<?>> invalidate(HttpRequest<?> request) {
        return invalidator.invalidate(request.getParameters()).handle((done, failure) -> {
            if (failure != null) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, UNCONFIRMED);
            }
            return HttpResponse.noContent();
        });
    }
}
