package io.httpcached.suite.conformance;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;

/** A filter that runs before the cache. It authenticates users and observes the end of background refreshes. */
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

    /** Authenticates the user that a request header names, without a check. */
    @RequestFilter
    void logIn(HttpRequest<?> request) {
        String user = request.getHeaders().get("X-User");
        if (user != null) {
            Principal principal = () -> user;
            request.setUserPrincipal(principal);
        }
    }

    /**
     * Reports the end of a background refresh. For a client's request the filter receives the server's own request, for
     * a refresh a wrapped one.
     */
    @ResponseFilter
    void reportRefresh(HttpRequest<?> request) {
        if (request instanceof HttpRequestWrapper) {
            scripts.find(request).refreshed();
        }
    }
}
