package io.httpcached.processor.report;

import static io.httpcached.processor.report.MarkdownTable.code;
import static io.httpcached.processor.report.MarkdownTable.codes;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as two tables, for people. What is seldom set, such as a backend, is in {@link JsonReport} alone. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(BuildReport report) {
        MarkdownTable cached = new MarkdownTable(
                "Cached routes", "Route", "Method", "Key", "Vary", "Lifetimes", "Scope", "Tags", "Invalidated by");
        report.cached().forEach(route -> cached.add(cells(route)));
        MarkdownTable invalidating =
                new MarkdownTable("Invalidating routes", "Route", "Method", "Tags", "Paths", "Namespace", "Softly");
        for (ReportedInvalidation route : report.invalidating()) {
            route.invalidations().forEach(invalidation -> invalidating.add(cells(route.name(), invalidation)));
        }
        return Stream.of(cached, invalidating)
                .filter(table -> !table.isEmpty())
                .map(MarkdownTable::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(ReportedRoute reported) {
        Policy policy = reported.route().policy();
        CacheScope scope = reported.route().scope();
        return List.of(
                route(reported.name()),
                method(reported.name()),
                key(reported),
                codes(reported.plan().vary()),
                lifetimes(policy),
                scope == CacheScope.AUTO ? "" : scope.name(),
                tags(policy, reported.route().addsTags()),
                reported.invalidators().stream()
                        .map(invalidator -> route(invalidator.name()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private static List<String> cells(RouteName name, Invalidation invalidation) {
        return List.of(
                route(name),
                method(name),
                codes(texts(invalidation.tags())),
                codes(texts(invalidation.paths())),
                invalidation.namespace().isBlank() ? "" : code(invalidation.namespace()),
                invalidation.soft() ? "yes" : "");
    }

    private static String route(RouteName name) {
        return code(String.join(", ", name.httpMethods()) + " " + String.join(", ", name.uris()));
    }

    private static String method(RouteName name) {
        return code(name.controller().replaceFirst(".*\\.", "") + "." + name.method());
    }

    private static String key(ReportedRoute reported) {
        List<KeyItem> items = KeyItem.of(reported);
        return items.isEmpty()
                ? "one entry for all"
                : items.stream().map(MarkdownReport::keyItem).collect(Collectors.joining("; "));
    }

    private static String keyItem(KeyItem item) {
        String name = item.name().isEmpty() ? "" : " " + code(item.name());
        String type = item.type().isEmpty() ? "" : " (" + item.type() + ")";
        String otherwise = item.defaultValue() == null ? "" : " or else " + code(item.defaultValue());
        String choices = item.choices().isEmpty() ? "" : " of " + codes(item.choices());
        return item.from() + name + type + otherwise + choices;
    }

    private static String lifetimes(Policy policy) {
        return policy.durations().entrySet().stream()
                .filter(duration -> !duration.getValue().value().isEmpty())
                .map(duration ->
                        duration.getKey() + " " + code(duration.getValue().value()))
                .collect(Collectors.joining(", "));
    }

    private static String tags(Policy policy, boolean addsTags) {
        String declared = codes(texts(policy.tags().value()));
        if (!addsTags) {
            return declared;
        }
        return declared.isEmpty() ? "those of the result" : declared + " and those of the result";
    }

    private static List<String> texts(List<TagTemplate> templates) {
        return templates.stream().map(TagTemplate::text).toList();
    }
}
