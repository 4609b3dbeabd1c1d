package io.httpcached.example.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * Settings of the gateway.
 *
 * @param origin the base URI of the origin server, such as {@code http://localhost:9000}
 * @param name the name of the gateway in {@code Via}, a token
 */
@ConfigurationProperties("gateway")
record GatewayConfiguration(URI origin, @Bindable(defaultValue = "gateway") String name) {

    GatewayConfiguration {
        boolean http = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
        if (!http || origin.getHost() == null || !origin.getRawPath().isEmpty() || origin.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "gateway.origin must be a URI such as http://localhost:9000, without path and query, but was '"
                            + origin + "'.");
        }
    }
}
