package io.httpcached.server.management;

import io.httpcached.server.request.RequestAttributes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.AbstractSecurityRule;
import io.micronaut.security.rules.ConfigurationInterceptUrlMapRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.security.rules.SensitiveEndpointRule;
import io.micronaut.security.token.RolesFinder;
import io.micronaut.web.router.MethodBasedRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Lets authenticated users with one of the configured roles use the sensitive endpoint, and rejects other authenticated users
 * with 403. Without this rule, {@link SensitiveEndpointRule} answers every authenticated user with 500. The rules of the
 * application ({@code @Secured}, {@code intercept-url-map}) decide first; {@link SensitiveEndpointRule} decides on anonymous
 * requests and on an endpoint that is not sensitive.
 */
@Singleton
@Requires(classes = {SecurityRule.class, EndpointSensitivityProcessor.class})
@Requires(beans = RolesFinder.class)
final class EndpointSecurityRule extends AbstractSecurityRule<HttpRequest<?>> {

    /** Between {@link ConfigurationInterceptUrlMapRule} and {@link SensitiveEndpointRule}. */
    private static final int ORDER = -50;

    private final Map<?, Boolean> endpointMethods;
    private final List<String> roles;

    EndpointSecurityRule(
            RolesFinder rolesFinder,
            EndpointSensitivityProcessor endpoints,
            EndpointSecurityConfiguration configuration) {
        super(rolesFinder);
        this.endpointMethods = endpoints.getEndpointMethods();
        this.roles = configuration.getRoles();
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        return request != null && authentication != null && isSensitive(request)
                ? compareRoles(roles, getRoles(authentication))
                : Publishers.just(SecurityRuleResult.UNKNOWN);
    }

    private boolean isSensitive(HttpRequest<?> request) {
        return RequestAttributes.routeMatch(request) instanceof MethodBasedRouteMatch<?, ?> match
                && match.getExecutableMethod().getDeclaringType() == HttpCacheEndpoint.class
                && Boolean.TRUE.equals(endpointMethods.get(match.getExecutableMethod()));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
