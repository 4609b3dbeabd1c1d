package io.httpcached.processor.report;

import static io.httpcached.processor.report.MarkdownTable.code;
import static io.httpcached.processor.report.MarkdownTable.codes;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The build report as two tables for human readers. Only {@link JsonReport} contains rarely used settings, such as the store. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(BuildReport report) {
        MarkdownTable cached = new MarkdownTable(
                "Cached routes", "Route", "Method", "Key", "Vary", "Lifetimes", "Scope", "Tags", "Invalidated by");
        report.cached().forEach(route -> cached.add(cells(route)));
        MarkdownTable invalidating =
                new MarkdownTable("Invalidating routes", "Route", "Method", "Tags", "Paths", "Namespace", "Soft");
        for (BuildReport.Invalidating route : report.invalidating()) {
            route.invalidations().forEach(invalidation -> invalidating.add(cells(route.name(), invalidation)));
        }
        return Stream.of(cached, invalidating)
                .filter(table -> !table.isEmpty())
                .map(MarkdownTable::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(BuildReport.Cached reported) {
        CachedRoute route = reported.route();
        CacheScope scope = route.scope();
        return List.of(
                route(reported.name()),
                method(reported.name()),
                key(reported),
                codes(reported.key().vary()),
                durations(route.policy()),
                scope == CacheScope.AUTO ? "" : scope.name(),
                tags(route),
                reported.invalidatedBy().stream()
                        .map(invalidating -> route(invalidating.name()))
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

    private static String key(BuildReport.Cached reported) {
        List<KeyItem> items = KeyItem.of(reported.route(), reported.key());
        return items.isEmpty()
                ? "one entry for all requests"
                : items.stream().map(MarkdownReport::keyItem).collect(Collectors.joining("; "));
    }

    private static String keyItem(KeyItem item) {
        String name = item.name().isEmpty() ? "" : " " + code(item.name());
        String type = item.type().isEmpty() ? "" : " (" + item.type() + ")";
        String defaultValue = item.defaultValue() == null ? "" : ", default " + code(item.defaultValue());
        String choices = item.choices().isEmpty() ? "" : ", one of " + codes(item.choices());
        return item.from() + name + type + defaultValue + choices;
    }

    private static String durations(Policy policy) {
        return Member.TIMES.stream()
                .filter(policy::isSet)
                .map(member -> member.name() + " " + code(policy.value(member)))
                .collect(Collectors.joining(", "));
    }

    private static String tags(CachedRoute route) {
        String declared = codes(texts(route.tags()));
        List<String> added = route.policy().value(Member.RESULT_TAGS);
        if (added.isEmpty() && !route.addsTags()) {
            return declared;
        }
        String result = added.isEmpty() ? "from the result" : "from the result " + codes(added);
        return declared.isEmpty() ? result : declared + " and " + result;
    }

    private static List<String> texts(List<TagTemplate> templates) {
        return templates.stream().map(TagTemplate::text).toList();
    }
}
