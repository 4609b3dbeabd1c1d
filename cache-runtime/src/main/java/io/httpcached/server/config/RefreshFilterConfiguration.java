package io.httpcached.server.config;

import io.httpcached.store.support.InvalidProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings of the filters that background refreshes pass through. */
@ConfigurationProperties(RefreshFilterConfiguration.PREFIX)
public class RefreshFilterConfiguration {

    static final String PREFIX = HttpCacheConfiguration.PREFIX + ".refresh";

    private static final String SKIPPED_FILTERS = PREFIX + ".skipped-filters";

    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{Alpha}_$][\\w$]*(\\.[\\p{Alpha}_$][\\w$]*)*");

    /** A refresh without them would have more rights than a request, or would not reach the cache. */
    private static final Pattern REQUIRED = Pattern.compile("io\\.(micronaut\\.security|httpcached\\.server)\\..*");

    private Set<String> skippedFilters = Set.of(
            "io.micronaut.configuration.metrics.binder.web.ServerMetricsFilter",
            "io.micronaut.tracing.opentelemetry.instrument.http.server.OpenTelemetryServerFilter");

    /** {@return the class names of the server filters that background refreshes do not pass through} */
    public Set<String> getSkippedFilters() {
        return skippedFilters;
    }

    /**
     * The classes of the server filters that background refreshes do not pass through, because they record the requests of
     * clients; subclasses are included. Filters of micronaut-security and of the cache cannot be skipped. Default value:
     * io.micronaut.configuration.metrics.binder.web.ServerMetricsFilter,io.micronaut.tracing.opentelemetry.instrument.http.server.OpenTelemetryServerFilter
     *
     * @param skippedFilters fully qualified class names
     */
    public void setSkippedFilters(List<String> skippedFilters) {
        for (String name : skippedFilters) {
            if (!CLASS_NAME.matcher(name).matches() || REQUIRED.matcher(name).matches()) {
                throw InvalidProperty.of(
                        SKIPPED_FILTERS,
                        "fully qualified class names of server filters, except those of micronaut-security and of the cache",
                        name);
            }
        }
        this.skippedFilters = Set.copyOf(skippedFilters);
    }
}
