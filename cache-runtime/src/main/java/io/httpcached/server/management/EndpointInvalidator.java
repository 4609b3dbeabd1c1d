package io.httpcached.server.management;

import io.httpcached.HttpCache;
import io.httpcached.engine.RouteTags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.management.endpoint.annotation.Endpoint;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Invalidates what the parameters of a request name. An invalid parameter is answered with 400, and nothing is invalidated. */
@Singleton
@Requires(classes = Endpoint.class)
final class EndpointInvalidator {

    private static final Set<String> KNOWN = Set.of("tag", "path", "route", "namespace", "all", "soft");

    private static final String USAGE =
            "Write tag=…, path=/…, route=…, namespace=… or all=true, and soft=true to mark entries stale instead of removing them.";

    private final HttpCache cache;
    private final RouteTags routes;

    EndpointInvalidator(HttpCache cache, RouteTags routes) {
        this.cache = cache;
        this.routes = routes;
    }

    /**
     * Invalidates entries.
     *
     * @param values the parameters of the request
     * @return completes when the stores confirmed all invalidations, and fails if a remote store did not
     */
    CompletionStage<Void> invalidate(ConvertibleMultiValues<String> values) {
        StrictParameters parameters = new StrictParameters(values, KNOWN, USAGE);
        boolean all = parameters.isTrue("all");
        HttpCache target = parameters.isTrue("soft") ? cache.softly() : cache;
        List<String> tags = parameters.all("tag");
        List<String> paths = paths(parameters);
        List<String> named = parameters.all("route");
        List<String> namespaces = parameters.all("namespace");
        if (!all && tags.isEmpty() && paths.isEmpty() && named.isEmpty() && namespaces.isEmpty()) {
            throw parameters.badRequest("No entries to invalidate are named.");
        }
        requireKnown(named, parameters);
        List<CompletableFuture<Void>> invalidations = new ArrayList<>();
        if (all) {
            invalidations.add(target.clear());
        }
        if (!tags.isEmpty()) {
            invalidations.add(target.invalidateTags(tags));
        }
        paths.forEach(path -> invalidations.add(target.invalidatePath(path)));
        named.forEach(route -> invalidations.add(target.invalidateRoute(route)));
        namespaces.forEach(namespace -> invalidations.add(target.invalidateNamespace(namespace)));
        return CompletableFuture.allOf(invalidations.toArray(CompletableFuture[]::new));
    }

    private void requireKnown(List<String> named, StrictParameters parameters) {
        try {
            named.forEach(routes::of);
        } catch (IllegalArgumentException unknown) {
            throw parameters.badRequest(String.valueOf(unknown.getMessage()));
        }
    }

    private static List<String> paths(StrictParameters parameters) {
        List<String> paths = parameters.all("path");
        paths.stream().filter(path -> !path.startsWith("/")).findFirst().ifPresent(path -> {
            throw parameters.badRequest("The path must start with a slash, but was '" + path + "'.");
        });
        return paths;
    }
}
