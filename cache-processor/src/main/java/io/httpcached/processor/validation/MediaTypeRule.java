package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** No media type that stands for a stream of messages. */
final class MediaTypeRule implements Rule {

    private static final Set<String> STREAMS = Set.of(
            "text/event-stream", "application/x-json-stream", "application/stream+json", "multipart/x-mixed-replace");

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.produces().stream()
                .filter(MediaTypeRule::isStream)
                .map(type -> new Finding(
                        route.origin(),
                        "@HttpCached is on a method that produces " + type,
                        "That is a stream of messages, sent as they come and never complete, so it cannot be stored",
                        "Produce another media type, or exclude the method with @NoHttpCache"));
    }

    private static boolean isStream(String type) {
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        return STREAMS.contains(essence.trim().toLowerCase(Locale.ROOT));
    }
}
