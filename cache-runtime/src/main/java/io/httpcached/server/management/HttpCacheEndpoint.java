package io.httpcached.server.management;

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
 * The management endpoint {@code httpcache}: GET tells how each route and each backend does, what the compiler has made of
 * the routes, or what would be done with a request, and DELETE invalidates. Sensitive unless configured otherwise.
 */
@Endpoint(id = HttpCacheEndpoint.ID, defaultSensitive = true)
@Requires(classes = Endpoint.class)
@Requires(beans = {CacheReport.class, BuildReports.class})
public class HttpCacheEndpoint {

    /** The id of the endpoint. */
    public static final String ID = "httpcache";

    private static final String UNCONFIRMED =
            "A backend did not confirm the invalidation. It is repeated until it does; until then, other nodes may serve what"
                    + " was to be invalidated.";

    private static final String ROUTES = "routes";

    private static final String EXPLAIN = "explain";

    private static final String NO_REPORT =
            "There is no META-INF/httpcached/routes.json on the class path: the annotation processor writes it when it sees a"
                    + " cached or an invalidating route.";

    private final CacheReport report;
    private final InvalidationRequest orders;
    private final BuildReports builds;
    private final RequestDescriptions descriptions;

    HttpCacheEndpoint(
            CacheReport report, InvalidationRequest orders, BuildReports builds, RequestDescriptions descriptions) {
        this.report = report;
        this.orders = orders;
        this.builds = builds;
        this.descriptions = descriptions;
    }

    /**
     * Tells how the cache does.
     *
     * @return totals by route and by backend
     */
    @Read
    public Map<String, Object> totals() {
        Map<String, Object> backends = new LinkedHashMap<>();
        backends.put("memory", ReportDetails.of(report.memory()));
        report.backends().forEach((name, statistics) -> backends.put(name, ReportDetails.of(statistics)));
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("routes", report.routes().stream().map(ReportDetails::of).toList());
        totals.put("backends", backends);
        return totals;
    }

    /**
     * Tells more: {@code routes} is what the build has reported, how the key of each route is made, its policy, and what
     * invalidates it; {@code explain} is what the cache would do with a request that the parameters {@code uri},
     * {@code method}, {@code header} (also repeated) and {@code user} tell of. No handler and no filter is called.
     *
     * @param view what to tell
     * @param request the request, whose parameters tell of the one to explain
     * @return the answer; 404 if there is no such view or no report, 400 if the parameters cannot be understood
     * @throws IOException if a report cannot be read
     */
    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    public CompletionStage<Map<String, Object>> view(@Selector String view, HttpRequest<?> request) throws IOException {
        return switch (view) {
            case ROUTES -> CompletableFuture.completedFuture(routes());
            case EXPLAIN -> report.explain(descriptions.read(request)).thenApply(ReportDetails::of);
            default ->
                throw new HttpStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no view " + view + ". Ask for " + ROUTES + " or " + EXPLAIN + ".");
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
     * Invalidates by {@code tag}, {@code path} (both also repeated), {@code namespace} or {@code all=true}; with
     * {@code soft=true} entries become stale instead of gone.
     *
     * @param request the request, whose parameters say what to invalidate
     * @return 204 when no request is answered from it any more; 400 if it does not say what to invalidate, 503 if a backend did
     *     not confirm it
     */
    @Delete
    public CompletionStage<HttpResponse<?>> invalidate(HttpRequest<?> request) {
        return orders.carryOut(request.getParameters()).handle((done, failure) -> {
            if (failure != null) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, UNCONFIRMED);
            }
            return HttpResponse.noContent();
        });
    }
}
