package io.httpcached.server.routing;

import io.httpcached.engine.Tags;
import io.httpcached.server.interceptor.CachedRoute;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result tags that a route declares. Logs the first tag of its responses that is not one of them: the response keeps the tag,
 * so that no invalidation is lost, but the compiler cannot know it. Thread-safe.
 */
public final class DeclaredResultTags {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final CachedRoute route;
    private final List<Pattern> patterns;
    private final AtomicBoolean logged = new AtomicBoolean();

    DeclaredResultTags(CachedRoute route) {
        this.route = route;
        this.patterns = route.policy().resultTags().stream()
                .map(DeclaredResultTags::pattern)
                .toList();
    }

    /**
     * Checks the result tags of a response. A route that declares none may have any.
     *
     * @param tags the tags, as {@link Tags#named} returns them
     * @param request the request, whose user the log does not name
     */
    public void check(Collection<String> tags, HttpRequest<?> request) {
        if (patterns.isEmpty() || logged.get()) {
            return;
        }
        for (String tag : tags) {
            if (!isDeclared(tag) && logged.compareAndSet(false, true)) {
                LOG.warn(
                        "The handler {} adds the tag '{}', which is not one of its resultTags {}. The response has the tag, but the"
                                + " compiler warns about invalidations by it. Add it to resultTags of @HttpCached; * stands for any"
                                + " text.",
                        route.method(),
                        withoutUser(tag.substring(Tags.named("").length()), request),
                        route.policy().resultTags());
                return;
            }
        }
    }

    private static String withoutUser(String tag, HttpRequest<?> request) {
        String user = request.getUserPrincipal().map(Principal::getName).orElse("");
        return user.isEmpty() ? tag : tag.replace(user, "{user}");
    }

    private boolean isDeclared(String tag) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(tag).matches());
    }

    private static Pattern pattern(String declared) {
        String expression = Arrays.stream(Tags.named(declared).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL);
    }
}
