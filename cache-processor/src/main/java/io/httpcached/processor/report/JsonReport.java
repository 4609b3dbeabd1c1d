package io.httpcached.processor.report;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.VersionType;
import java.util.List;
import java.util.Map;

/** The report as JSON. Its members bear the names of what the annotations set. */
final class JsonReport {

    private JsonReport() {}

    static String of(BuildReport report) {
        return JsonText.of(new Details()
                .add("cached", report.cached().stream().map(JsonReport::route).toList())
                .add(
                        "invalidating",
                        report.invalidating().stream()
                                .map(JsonReport::invalidation)
                                .toList())
                .toMap());
    }

    private static Map<String, Object> route(ReportedRoute reported) {
        Details details = name(reported.name())
                .add(
                        "key",
                        KeyItem.of(reported).stream().map(JsonReport::keyItem).toList())
                .addIfSet("vary", reported.plan().vary());
        Policy policy = reported.route().policy();
        policy.durations().forEach((member, setting) -> details.addIfSet(member, setting.value()));
        details.addUnless(CacheScope.AUTO, "scope", reported.route().scope())
                .addIfSet("statuses", policy.statuses().value())
                .addUnless(
                        RequestDirectives.DEFAULT,
                        "requestDirectives",
                        policy.requestDirectives().value())
                .addIfSet("namespace", policy.namespace().value())
                .addIfSet("backend", policy.backend().value())
                .addIfSet("policy", policy.policy().value());
        if (!policy.version().value().equals(VersionType.NONE)) {
            details.add("version", policy.version().value().name());
        }
        return details.addIfSet("tags", texts(policy.tags().value()))
                .addIfSet("resultTags", reported.route().addsTags())
                .addIfSet(
                        "invalidators",
                        reported.invalidators().stream()
                                .map(JsonReport::invalidator)
                                .toList())
                .toMap();
    }

    private static Map<String, Object> keyItem(KeyItem item) {
        Details details = new Details().add("from", item.from()).addIfSet("name", item.name());
        details.addIfSet("type", item.type());
        if (item.defaultValue() != null) {
            details.add("default", item.defaultValue());
        }
        return details.addIfSet("of", item.choices()).toMap();
    }

    private static Map<String, Object> invalidator(Invalidator invalidator) {
        return name(invalidator.name())
                .addIfSet("tags", invalidator.tags())
                .addIfSet("resultTags", invalidator.resultTags())
                .addIfSet("paths", invalidator.paths())
                .addIfSet("namespace", invalidator.namespace())
                .addIfSet("ownPath", invalidator.ownPath())
                .toMap();
    }

    private static Map<String, Object> invalidation(ReportedInvalidation reported) {
        return name(reported.name())
                .add(
                        "invalidations",
                        reported.invalidations().stream()
                                .map(JsonReport::invalidation)
                                .toList())
                .toMap();
    }

    private static Map<String, Object> invalidation(Invalidation invalidation) {
        return new Details()
                .addIfSet("tags", texts(invalidation.tags()))
                .addIfSet("paths", texts(invalidation.paths()))
                .addIfSet("namespace", invalidation.namespace())
                .addIfSet("soft", invalidation.soft())
                .toMap();
    }

    private static Details name(RouteName name) {
        return new Details()
                .add("uris", name.uris())
                .add("httpMethods", name.httpMethods())
                .add("controller", name.controller())
                .add("method", name.method());
    }

    private static List<String> texts(List<TagTemplate> templates) {
        return templates.stream().map(TagTemplate::text).toList();
    }
}
