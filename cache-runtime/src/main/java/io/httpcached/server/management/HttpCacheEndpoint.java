package io.httpcached.server.management;

import io.httpcached.server.CacheReport;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The management endpoint {@code httpcache}: GET tells how each route and each backend does, or what the compiler has made
 * of the routes, and DELETE evicts. Sensitive unless configured otherwise.
 */
@Endpoint(id = HttpCacheEndpoint.ID, defaultSensitive = true)
@Requires(classes = Endpoint.class)
@Requires(beans = {CacheReport.class, BuildReports.class})
public class HttpCacheEndpoint {

    /** The id of the endpoint. */
    public static final String ID = "httpcache";

    private static final String UNCONFIRMED =
            "A backend did not confirm the eviction. It is repeated until it does; until then, other nodes may serve what"
                    + " was to be evicted.";

    private static final String ROUTES = "routes";

    private static final String NO_REPORT =
            "There is no META-INF/httpcached/routes.json on the class path: the annotation processor writes it when it sees a"
                    + " cached or an evicting route.";

    private final CacheReport report;
    private final EvictionOrders orders;
    private final BuildReports builds;

    HttpCacheEndpoint(CacheReport report, EvictionOrders orders, BuildReports builds) {
        this.report = report;
        this.orders = orders;
        this.builds = builds;
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
     * Tells what the build has reported: how the key of each route is made, its policy, and what evicts it.
     *
     * @param view what to tell: {@code routes}
     * @return the reports of all modules as one; 404 if there is none, or no such view
     * @throws IOException if a report cannot be read
     */
    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    public Map<String, List<Object>> build(@Selector String view) throws IOException {
        if (!view.equals(ROUTES)) {
            throw new HttpStatusException(
                    HttpStatus.NOT_FOUND, "There is no view " + view + ". Ask for " + ROUTES + ".");
        }
        Map<String, List<Object>> report = builds.read();
        if (report.isEmpty()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, NO_REPORT);
        }
        return report;
    }

    /**
     * Evicts by {@code tag}, {@code path} (both also repeated), {@code namespace} or {@code all=true}; with
     * {@code soft=true} entries become stale instead of gone.
     *
     * @param request the request, whose parameters say what to evict
     * @return 204 when no request is answered from it any more; 400 if it does not say what to evict, 503 if a backend did
     *     not confirm it
     */
    @Delete
    public CompletionStage<HttpResponse<?>> evict(HttpRequest<?> request) {
        return orders.carryOut(request.getParameters()).handle((done, failure) -> {
            if (failure != null) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, UNCONFIRMED);
            }
            return HttpResponse.noContent();
        });
    }
}
