package io.httpcached.server.routing;

import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key contributor with the name that its part has in keys. A failure of it excludes the request from the cache. Thread-safe. */
final class NamedContributor {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final String name;
    private final KeyContributor contributor;
    private final AtomicBoolean failed = new AtomicBoolean();

    NamedContributor(String name, KeyContributor contributor) {
        this.name = name;
        this.contributor = contributor;
    }

    String name() {
        return name;
    }

    /** Returns the contribution to the key of a request; its reason not to cache a request names the contributor. */
    KeyContribution contribute(HttpRequest<?> request) {
        try {
            KeyContribution contribution = contributor.contribute(request);
            String reason = contribution.notCacheableReason();
            return reason == null
                    ? contribution
                    : excluding(" says that the request is not cacheable: " + reason, contribution);
        } catch (Exception failure) {
            log(request, failure);
            return excluding(" failed", KeyContribution.of(null));
        }
    }

    private KeyContribution excluding(String reason, KeyContribution contribution) {
        return KeyContribution.notCacheable(simpleName() + reason)
                .vary(contribution.varyNames().toArray(String[]::new));
    }

    private void log(HttpRequest<?> request, Exception failure) {
        if (failed.compareAndSet(false, true)) {
            LOG.warn(
                    "{} failed, so {} {} bypasses the cache; further failures of this class are logged at level debug",
                    name,
                    request.getMethodName(),
                    request.getPath(),
                    failure);
        } else {
            LOG.debug(
                    "{} failed, so {} {} bypasses the cache",
                    name,
                    request.getMethodName(),
                    request.getPath(),
                    failure);
        }
    }

    private String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
