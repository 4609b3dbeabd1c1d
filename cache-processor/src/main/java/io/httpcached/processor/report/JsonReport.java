package io.httpcached.processor.report;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.VersionType;
import java.util.List;
import java.util.Map;

/** The build report as JSON. Its members have the names of the members of the annotations. */
final class JsonReport {

    /** The result tags of a handler that does not declare them. */
    private static final String ANY_TAG = "*";

    private JsonReport() {}

    static String of(BuildReport report) {
        return JsonText.of(new JsonObject()
                .add("cached", report.cached().stream().map(JsonReport::route).toList())
                .add(
                        "invalidating",
                        report.invalidating().stream()
                                .map(JsonReport::invalidating)
                                .toList())
                .toMap());
    }

    private static Map<String, Object> route(BuildReport.Cached reported) {
        CachedRoute route = reported.route();
        JsonObject json = name(reported.name())
                .add(
                        "key",
                        KeyItem.of(route, reported.key()).stream()
                                .map(JsonReport::keyItem)
                                .toList())
                .addIfSet("vary", reported.key().vary())
                .addUnless(CacheScope.AUTO, Member.SCOPE.name(), route.scope());
        for (Member<?> member : Member.PASSED_ON) {
            if (route.policy().isSet(member)) {
                json.add(member.name(), value(route.policy().value(member)));
            }
        }
        if (route.addsTags() && !route.policy().isSet(Member.RESULT_TAGS)) {
            json.add(Member.RESULT_TAGS.name(), List.of(ANY_TAG));
        }
        return json.addIfSet("tags", texts(route.tags()))
                .addIfSet("typedCache", reported.typedCache())
                .addIfSet(
                        "invalidatedBy",
                        reported.invalidatedBy().stream()
                                .map(JsonReport::invalidatedBy)
                                .toList())
                .toMap();
    }

    private static Object value(Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        return value instanceof VersionType type ? type.name() : value;
    }

    private static Map<String, Object> keyItem(KeyItem item) {
        JsonObject json = new JsonObject().add("from", item.from()).addIfSet("name", item.name());
        json.addIfSet("type", item.type());
        if (item.defaultValue() != null) {
            json.add("default", item.defaultValue());
        }
        return json.addIfSet("of", item.choices()).toMap();
    }

    private static Map<String, Object> invalidatedBy(InvalidatedBy route) {
        return name(route.name())
                .addIfSet("tags", route.tags())
                .addIfSet("resultTags", route.resultTags())
                .addIfSet("paths", route.paths())
                .addIfSet("namespace", route.namespace())
                .addIfSet("ownPath", route.ownPath())
                .toMap();
    }

    private static Map<String, Object> invalidating(BuildReport.Invalidating reported) {
        return name(reported.name())
                .add(
                        "invalidations",
                        reported.invalidations().stream()
                                .map(JsonReport::invalidation)
                                .toList())
                .toMap();
    }

    private static Map<String, Object> invalidation(Invalidation invalidation) {
        return new JsonObject()
                .addIfSet("tags", texts(invalidation.tags()))
                .addIfSet("paths", texts(invalidation.paths()))
                .addIfSet("namespace", invalidation.namespace())
                .addIfSet("soft", invalidation.soft())
                .toMap();
    }

    private static JsonObject name(RouteName name) {
        return new JsonObject()
                .add("uris", name.uris())
                .add("httpMethods", name.httpMethods())
                .add("controller", name.controller())
                .add("method", name.method());
    }

    private static List<String> texts(List<TagTemplate> templates) {
        return templates.stream().map(TagTemplate::text).toList();
    }
}
