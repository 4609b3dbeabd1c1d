package io.httpcached.suite.conformance;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;

/** Stands in for what an application has before the cache, and sees when a run in the background is over. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = "scenario", value = "conformance")
class OutermostFilter implements Ordered {

    private final Scripts scripts;

    OutermostFilter(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Believes what a client says of itself, which is all that the cases need. */
    @RequestFilter
    void logIn(HttpRequest<?> request) {
        String user = request.getHeaders().get("X-User");
        if (user != null) {
            Principal principal = () -> user;
            request.setUserPrincipal(principal);
        }
    }

    /** The server hands over its own request for a client's, and a wrapped one for a refresh. */
    @ResponseFilter
    void reportRefresh(HttpRequest<?> request) {
        if (request instanceof HttpRequestWrapper) {
            scripts.find(request).refreshed();
        }
    }
}
