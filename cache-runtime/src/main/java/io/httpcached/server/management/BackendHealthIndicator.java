package io.httpcached.server.management;

import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.report.BackendStatistics;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Reports the health of the remote stores, as observed by requests, and of the broadcast. If one of them fails, the application is slower, but
 * correct. The status is then {@code UNKNOWN} instead of {@code DOWN}, which would take nodes out of service that answer all
 * requests.
 */
@Singleton
@Requires(classes = HealthIndicator.class)
@Requires(condition = InvalidationEnabled.class)
final class BackendHealthIndicator implements HealthIndicator {

    private static final String NAME = "http-cache";

    private final BackendStatistics backends;

    BackendHealthIndicator(BackendStatistics backends) {
        this.backends = backends;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, RemoteStatistics> all = backends.byName();
        boolean available = all.values().stream().allMatch(RemoteStatistics::available);
        Map<String, Object> details = new LinkedHashMap<>();
        all.forEach((name, backend) -> details.put(name, ReportDetails.of(backend)));
        BroadcastStatistics broadcast = backends.broadcast();
        if (broadcast != null) {
            details.put("broadcast", ReportDetails.of(broadcast));
            available &= broadcast.live();
        }
        return Publishers.just(HealthResult.builder(NAME, available ? HealthStatus.UP : HealthStatus.UNKNOWN)
                .details(details)
                .build());
    }
}
