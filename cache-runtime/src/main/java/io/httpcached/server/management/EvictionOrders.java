package io.httpcached.server.management;

import io.httpcached.HttpCache;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.management.endpoint.annotation.Endpoint;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads from the parameters of a request what is to be evicted. What is not understood evicts nothing and is refused. */
@Singleton
@Requires(classes = Endpoint.class)
final class EvictionOrders {

    private static final Set<String> KNOWN = Set.of("tag", "path", "namespace", "all", "soft");

    private final HttpCache cache;

    EvictionOrders(HttpCache cache) {
        this.cache = cache;
    }

    /** {@return completes when all is evicted; fails if a backend did not confirm it} */
    CompletionStage<Void> carryOut(ConvertibleMultiValues<String> parameters) {
        Set<String> unknown = new TreeSet<>(parameters.names());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw refused("There is no parameter " + String.join(", ", unknown) + ".");
        }
        boolean all = flag(parameters, "all");
        HttpCache evicting = flag(parameters, "soft") ? cache.softly() : cache;
        List<String> tags = texts(parameters, "tag");
        List<String> paths =
                texts(parameters, "path").stream().map(EvictionOrders::absolute).toList();
        List<String> namespaces = texts(parameters, "namespace");
        if (!all && tags.isEmpty() && paths.isEmpty() && namespaces.isEmpty()) {
            throw refused("Nothing is said to be evicted.");
        }
        List<CompletionStage<Void>> evictions = new ArrayList<>();
        if (all) {
            evictions.add(evicting.clear());
        }
        if (!tags.isEmpty()) {
            evictions.add(evicting.invalidateTags(tags));
        }
        paths.forEach(path -> evictions.add(evicting.invalidatePath(path)));
        namespaces.forEach(namespace -> evictions.add(evicting.invalidateNamespace(namespace)));
        return CompletableFuture.allOf(
                evictions.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    private static List<String> texts(ConvertibleMultiValues<String> parameters, String name) {
        List<String> texts = parameters.getAll(name);
        if (texts.stream().anyMatch(String::isBlank)) {
            throw refused("The parameter " + name + " is blank.");
        }
        return texts;
    }

    private static boolean flag(ConvertibleMultiValues<String> parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.isEmpty()) {
            return false;
        }
        if (values.size() > 1 || !(values.get(0).equals("true") || values.get(0).equals("false"))) {
            throw refused("The parameter " + name + " is true or false, and is given once.");
        }
        return values.get(0).equals("true");
    }

    private static String absolute(String path) {
        if (!path.startsWith("/")) {
            throw refused("The path " + path + " does not begin with a slash.");
        }
        return path;
    }

    private static HttpStatusException refused(String why) {
        return new HttpStatusException(
                HttpStatus.BAD_REQUEST,
                why + " Write tag=…, path=/…, namespace=… or all=true, and soft=true to let entries be stale instead of"
                        + " gone.");
    }
}
