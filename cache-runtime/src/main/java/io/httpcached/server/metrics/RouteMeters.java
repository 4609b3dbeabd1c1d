package io.httpcached.server.metrics;

import io.httpcached.server.report.RouteReport.Totals;
import io.httpcached.server.routing.CauseCounters;
import io.httpcached.server.routing.ResolvedRoute;
import io.httpcached.server.routing.RouteCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The meters of the routes with one URI template and one method name. They read the counters that the cache has anyway, so that
 * a request pays nothing for them. A cause gets its meter when it is counted for the first time. Thread-safe.
 *
 * <p>Meters refer to this object weakly, so it must be kept while they exist.
 */
final class RouteMeters {

    private static final String REQUESTS = "http.cache.requests";
    private static final String RESULT = "result";
    private static final String CAUSE = "cause";
    private static final String NO_CAUSE = "none";

    private final MeterRegistry registry;
    private final Tags route;
    private final List<ResolvedRoute> routes;

    /**
     * Creates the description of meters.
     *
     * @param registry the registry
     * @param route the tags that identify the route
     * @param routes the routes with these tags: more than one if a controller has several versions of a method
     */
    RouteMeters(MeterRegistry registry, Tags route, List<ResolvedRoute> routes) {
        this.registry = registry;
        this.route = route;
        this.routes = List.copyOf(routes);
    }

    /** Registers the meters. */
    void register() {
        result("hit", Totals::hits);
        result("stale-hit", Totals::staleHits);
        result("collapsed", Totals::collapsed);
        result("revalidated", Totals::revalidated);
        result("rejected", Totals::rejected);
        byCause("miss", RouteCounters::misses);
        byCause("bypass", RouteCounters::bypassed);
        counter("http.cache.near.hits", route, Totals::nearHits, "The hits that a copy on this node answered");
        counter("http.cache.refreshes", route, Totals::refreshes, "The background refreshes");
        counter("http.cache.stored", route, Totals::stored, "The responses that were stored or freshened");
        counters().forEach(each -> each.notStored()
                .onCause(cause -> causeCounter(
                        "http.cache.not.stored",
                        route.and(CAUSE, cause),
                        RouteCounters::notStored,
                        cause,
                        "The handler responses that were not stored")));
        Gauge.builder("http.cache.learned", this, RouteMeters::learned)
                .tags(route)
                .description("The parts of requests that handlers were seen to read beside the key")
                .register(registry);
        bytes("cache", Totals::bytesFromCache);
        bytes("handler", Totals::bytesFromHandler);
        FunctionTimer.builder(
                        "http.cache.handler",
                        this,
                        meters -> meters.sum(Totals::handlerRuns),
                        meters -> meters.sum(Totals::handlerNanos),
                        TimeUnit.NANOSECONDS)
                .tags(route)
                .description("The runs of the handlers, each of which a hit saves")
                .register(registry);
    }

    private void result(String result, ToLongFunction<Totals> count) {
        counter(REQUESTS, route.and(RESULT, result, CAUSE, NO_CAUSE), count, "The requests of cached routes");
    }

    private void byCause(String result, Function<RouteCounters, CauseCounters> causes) {
        counters().forEach(each -> causes.apply(each)
                .onCause(cause -> causeCounter(
                        REQUESTS,
                        route.and(RESULT, result, CAUSE, cause),
                        causes,
                        cause,
                        "The requests of cached routes")));
    }

    private void bytes(String source, ToLongFunction<Totals> count) {
        FunctionCounter.builder("http.cache.sent", this, meters -> meters.sum(count))
                .tags(route.and("source", source))
                .baseUnit("bytes")
                .description("The bytes of the bodies of responses, before the server compresses them")
                .register(registry);
    }

    private void counter(String name, Tags tags, ToLongFunction<Totals> count, String description) {
        FunctionCounter.builder(name, this, meters -> meters.sum(count))
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private void causeCounter(
            String name, Tags tags, Function<RouteCounters, CauseCounters> causes, String cause, String description) {
        FunctionCounter.builder(name, this, meters -> meters.counters()
                        .mapToLong(each -> causes.apply(each).count(cause))
                        .sum())
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private Stream<RouteCounters> counters() {
        return routes.stream().map(ResolvedRoute::counters);
    }

    private long learned() {
        return routes.stream().mapToLong(each -> each.reads().learned().size()).sum();
    }

    private long sum(ToLongFunction<Totals> count) {
        return counters().map(RouteCounters::totals).mapToLong(count).sum();
    }
}
