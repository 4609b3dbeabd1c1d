package io.httpcached.server.management;

import io.httpcached.HttpCache;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.management.endpoint.annotation.Endpoint;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads from the parameters of a request what is to be invalidated. What is not understood invalidates nothing and is refused. */
@Singleton
@Requires(classes = Endpoint.class)
final class InvalidationRequest {

    private static final Set<String> KNOWN = Set.of("tag", "path", "namespace", "all", "soft");

    private static final String USAGE =
            "Write tag=…, path=/…, namespace=… or all=true, and soft=true to let entries be stale instead of gone.";

    private final HttpCache cache;

    InvalidationRequest(HttpCache cache) {
        this.cache = cache;
    }

    /** {@return completes when all is invalidated; fails if a backend did not confirm it} */
    CompletionStage<Void> carryOut(ConvertibleMultiValues<String> values) {
        StrictParameters parameters = new StrictParameters(values, KNOWN, USAGE);
        boolean all = parameters.flag("all");
        HttpCache invalidating = parameters.flag("soft") ? cache.softly() : cache;
        List<String> tags = parameters.all("tag");
        List<String> paths = paths(parameters);
        List<String> namespaces = parameters.all("namespace");
        if (!all && tags.isEmpty() && paths.isEmpty() && namespaces.isEmpty()) {
            throw parameters.refused("Nothing is said to be invalidated.");
        }
        List<CompletionStage<Void>> invalidations = new ArrayList<>();
        if (all) {
            invalidations.add(invalidating.clear());
        }
        if (!tags.isEmpty()) {
            invalidations.add(invalidating.invalidateTags(tags));
        }
        paths.forEach(path -> invalidations.add(invalidating.invalidatePath(path)));
        namespaces.forEach(namespace -> invalidations.add(invalidating.invalidateNamespace(namespace)));
        return CompletableFuture.allOf(
                invalidations.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    private static List<String> paths(StrictParameters parameters) {
        List<String> paths = parameters.all("path");
        paths.stream().filter(path -> !path.startsWith("/")).findFirst().ifPresent(path -> {
            throw parameters.refused("The path " + path + " does not begin with a slash.");
        });
        return paths;
    }
}
