package io.httpcached.server.management;

import io.httpcached.WarmedUri;
import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.report.CacheReport.MemoryTotals;
import io.httpcached.server.report.FunctionCacheReport;
import io.httpcached.server.report.RequestReport;
import io.httpcached.server.report.RouteReport;
import io.httpcached.server.report.WarmingReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Converts reports to maps, which every JSON mapper can write. */
final class ReportDetails {

    private ReportDetails() {}

    static Map<String, Object> of(RouteReport route) {
        RouteReport.Totals totals = route.totals();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("uris", route.uris());
        details.put("controller", route.controller());
        details.put("method", route.method());
        details.put("store", route.store());
        putIfSet(details, "codec", route.codec());
        details.put("namespace", route.namespace());
        details.put("near", route.near());
        details.put("unkeyedReads", text(route.unkeyedReads()));
        details.put("learned", learned(route));
        putKeyDetails(route, details);
        details.put("lifetimes", of(route.lifetimes()));
        details.put("clients", of(route.clients()));
        details.put("hits", totals.hits());
        details.put("nearHits", totals.nearHits());
        details.put("staleHits", totals.staleHits());
        details.put("collapsed", totals.collapsed());
        details.put("misses", totals.misses());
        details.put("missesByCause", totals.missesByCause());
        details.put("revalidated", totals.revalidated());
        details.put("rejected", totals.rejected());
        details.put("bypassed", totals.bypassed());
        details.put("bypassedByCause", totals.bypassedByCause());
        details.put("refreshes", totals.refreshes());
        details.put("stored", totals.stored());
        details.put("notStoredByCause", totals.notStoredByCause());
        details.put("bytesFromCache", totals.bytesFromCache());
        details.put("bytesFromHandler", totals.bytesFromHandler());
        details.put("handlerRuns", totals.handlerRuns());
        details.put("handlerMillis", TimeUnit.NANOSECONDS.toMillis(totals.handlerNanos()));
        return details;
    }

    private static List<Map<String, Object>> learned(RouteReport route) {
        return route.learned().stream().map(ReportDetails::of).toList();
    }

    private static Map<String, Object> of(RouteReport.Learned learned) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("part", learned.part());
        details.put("reader", learned.reader());
        details.put("firstRequest", learned.firstRequest());
        details.put("storable", learned.storable());
        return details;
    }

    static Map<String, Object> of(RequestReport request) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", text(request.decision()));
        details.put("reason", request.reason());
        if (request.advice() != null) {
            details.put("advice", request.advice());
        }
        RouteReport route = request.route();
        if (route != null) {
            details.put("uris", route.uris());
            details.put("controller", route.controller());
            details.put("method", route.method());
            details.put("store", route.store());
            putIfSet(details, "codec", route.codec());
            details.put("unkeyedReads", text(route.unkeyedReads()));
            details.put("learned", learned(route));
            putKeyDetails(route, details);
            details.put("lifetimes", of(route.lifetimes()));
        }
        RequestReport.Key key = request.key();
        if (key != null) {
            details.put("key", key.text());
            details.put("digest", key.digest());
            details.put("vary", request.vary());
        }
        RequestReport.Stored stored = request.stored();
        if (stored != null) {
            details.put("stored", of(stored));
        }
        if (request.clients() != null) {
            details.put("clients", of(request.clients()));
        }
        if (request.backendFailure() != null) {
            details.put("backendFailure", request.backendFailure());
        }
        return details;
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void putKeyDetails(RouteReport route, Map<String, Object> details) {
        if (!route.keyContributors().isEmpty()) {
            details.put("keyContributors", route.keyContributors());
        }
        if (!route.ignoredParameters().isEmpty()) {
            details.put("ignoredParameters", route.ignoredParameters());
        }
    }

    private static Map<String, Object> of(RouteReport.Lifetimes lifetimes) {
        Map<String, Object> details = new LinkedHashMap<>();
        putIfSet(details, "ttl", lifetimes.ttl());
        putIfSet(details, "jitter", lifetimes.jitter());
        putIfSet(details, "refreshAhead", lifetimes.refreshAhead());
        putIfSet(details, "staleAfter", lifetimes.staleAfter());
        return details;
    }

    private static void putIfSet(Map<String, Object> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private static Map<String, Object> of(RouteReport.Clients clients) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (clients.cacheControl() != null) {
            details.put("cacheControl", clients.cacheControl());
        }
        details.put("reason", clients.reason());
        return details;
    }

    private static Map<String, Object> of(RequestReport.Stored stored) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", stored.status());
        details.put("age", stored.age());
        details.put("ttl", stored.ttl());
        details.put("tags", stored.tags());
        details.put("near", stored.near());
        return details;
    }

    static Map<String, Object> of(FunctionCacheReport cache) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", cache.name());
        details.put("store", cache.store());
        details.put("ttl", cache.ttlSeconds());
        putIfSet(details, "jitter", cache.jitter());
        details.put("tags", cache.tags());
        details.put("hits", cache.hits());
        details.put("misses", cache.misses());
        details.put("stored", cache.stored());
        return details;
    }

    static Map<String, Object> of(WarmingReport warming) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("uri", warming.uri());
        details.put("headers", warming.headers());
        WarmedUri last = warming.last();
        details.put("result", last == null ? "pending" : text(last.result()));
        if (last != null && last.reason() != null) {
            details.put("reason", last.reason());
        }
        if (warming.endedAt() != null) {
            details.put("at", warming.endedAt().toString());
        }
        return details;
    }

    static Map<String, Object> of(MemoryTotals memory, @Nullable BroadcastStatistics broadcast) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("entries", memory.entries());
        details.put("bytes", memory.bytes());
        details.put("maximumBytes", memory.maximumBytes());
        details.put("evictions", memory.evictions());
        if (broadcast != null) {
            details.put("broadcast", of(broadcast));
        }
        return details;
    }

    static Map<String, Object> of(BroadcastStatistics broadcast) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("channel", broadcast.channel());
        details.put("live", broadcast.live());
        if (broadcast.lastFailure() != null) {
            details.put("lastFailure", broadcast.lastFailure());
        }
        details.put("received", broadcast.received());
        details.put("drops", broadcast.drops());
        details.put("malformed", broadcast.malformed());
        details.put("unconfirmedInvalidations", broadcast.unconfirmedInvalidations());
        return details;
    }

    static Map<String, Object> of(NearStatistics copies) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("usable", copies.usable());
        if (copies.unusableReason() != null) {
            details.put("unusableReason", copies.unusableReason());
        }
        details.put("entries", copies.entries());
        details.put("bytes", copies.bytes());
        details.put("gaps", copies.gaps());
        return details;
    }

    static Map<String, Object> of(RemoteStatistics backend) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("available", backend.available());
        if (backend.lastFailure() != null) {
            details.put("lastFailure", backend.lastFailure());
        }
        details.put("writesDropped", backend.writesDropped());
        details.put("writesFailed", backend.writesFailed());
        details.put("entriesTooLarge", backend.entriesTooLarge());
        details.put("entriesNotUnderstood", backend.entriesNotUnderstood());
        details.put("unconfirmedInvalidations", backend.unconfirmedInvalidations());
        details.put("pendingWriteBytes", backend.pendingWriteBytes());
        details.put("reads", of(backend.reads()));
        details.put("writes", of(backend.writes()));
        return details;
    }

    private static Map<String, Object> of(RemoteStatistics.Operations operations) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("count", operations.count());
        details.put("millis", TimeUnit.NANOSECONDS.toMillis(operations.nanos()));
        return details;
    }
}
