package io.httpcached.server;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.DirectivesReader;
import io.httpcached.core.Sharing;
import io.httpcached.engine.targeted.TargetedCacheControl;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.RoutePolicy;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a route's annotation: placeholders first, then the named policy for what the annotation leaves open, then the
 * general settings for what that leaves open.
 */
final class PolicyResolver {

    private final HttpCacheConfiguration settings;
    private final Map<String, PolicyConfiguration> policies;
    private final PropertyPlaceholderResolver placeholders;
    private final DirectivesReader directives;

    PolicyResolver(
            HttpCacheConfiguration settings,
            Map<String, PolicyConfiguration> policies,
            PropertyPlaceholderResolver placeholders) {
        this.settings = settings;
        this.policies = policies;
        this.placeholders = placeholders;
        this.directives = settings.getTargetedFields().isEmpty()
                ? DirectivesReader.CACHE_CONTROL
                : new TargetedCacheControl(settings.getTargetedFields());
    }

    ResolvedRoute resolve(CachedRoute route) {
        RoutePolicy annotated = route.policy();
        String where = "@HttpCached on " + route.controller().getName() + "." + route.method();
        Named named = named(where, text(where, annotated.policy()));
        CachePolicy policy = CachePolicy.builder()
                .ttl(firstOf(
                        duration(where, "ttl", annotated.ttl()),
                        named.duration("ttl", named.policy.getTtl()),
                        ConfiguredValues.duration("http-cache.default-ttl", settings.getDefaultTtl())))
                .clientTtl(firstOf(
                        duration(where, "clientTtl", annotated.clientTtl()),
                        named.duration("client-ttl", named.policy.getClientTtl()),
                        null))
                .staleWhileRevalidate(orZero(firstOf(
                        duration(where, "staleWhileRevalidate", annotated.staleWhileRevalidate()),
                        named.duration("stale-while-revalidate", named.policy.getStaleWhileRevalidate()),
                        null)))
                .staleIfError(orZero(firstOf(
                        duration(where, "staleIfError", annotated.staleIfError()),
                        named.duration("stale-if-error", named.policy.getStaleIfError()),
                        null)))
                .sharing(sharing(annotated.scope()))
                .statuses(statuses(where, annotated, named))
                .honorRequestDirectives(honors(annotated.requestDirectives(), named.policy))
                .heuristicFreshness(settings.isHeuristicFreshness())
                .vary(annotated.vary())
                .directives(directives)
                .build();
        return new ResolvedRoute(
                route,
                policy,
                keyPrefix(namespace(where, annotated, named), route),
                annotated.keySource() == io.httpcached.annotation.KeySource.REQUEST_URI);
    }

    private record Named(String property, PolicyConfiguration policy) {

        @Nullable
        Duration duration(String member, @Nullable String text) {
            return ConfiguredValues.duration(property + '.' + member, text);
        }
    }

    private Named named(String where, String name) {
        if (name.isEmpty()) {
            return new Named("", new PolicyConfiguration(""));
        }
        PolicyConfiguration policy = policies.get(name);
        if (policy == null) {
            throw new ConfigurationException(where + " names the policy '" + name + "', but http-cache.policies." + name
                    + " is not configured; configured are " + policies.keySet());
        }
        return new Named("http-cache.policies." + name, policy);
    }

    private String text(String where, String annotated) {
        try {
            return placeholders.resolveRequiredPlaceholders(annotated);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(where + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Duration duration(String where, String member, String annotated) {
        return ConfiguredValues.duration(where + ", " + member, text(where, annotated));
    }

    private String namespace(String where, RoutePolicy annotated, Named named) {
        String own = text(where, annotated.namespace());
        if (!own.isEmpty()) {
            return own;
        }
        String configured = named.policy.getNamespace();
        return configured == null ? settings.getNamespace() : configured;
    }

    private Set<Integer> statuses(String where, RoutePolicy annotated, Named named) {
        List<Integer> own = annotated.statuses();
        if (!own.isEmpty()) {
            return ConfiguredValues.statuses(where + ", statuses", own);
        }
        return named.policy.getStatuses().isEmpty()
                ? settings.getCacheableStatuses()
                : ConfiguredValues.statuses(named.property + ".statuses", named.policy.getStatuses());
    }

    private boolean honors(RequestDirectives annotated, PolicyConfiguration named) {
        RequestDirectives rule = annotated != RequestDirectives.DEFAULT ? annotated : named.getRequestDirectives();
        return (rule != RequestDirectives.DEFAULT ? rule : settings.getRequestDirectives()) != RequestDirectives.IGNORE;
    }

    private static Sharing sharing(CacheScope scope) {
        return switch (scope) {
            case AUTO -> Sharing.SHARED;
            case PUBLIC -> Sharing.PUBLIC;
            case PRIVATE -> Sharing.PRIVATE;
        };
    }

    /** The method's identity: two routes never share a key, whatever their parameters hold. */
    private static String keyPrefix(String namespace, CachedRoute route) {
        StringBuilder prefix = new StringBuilder()
                .append(namespace.length())
                .append(':')
                .append(namespace)
                .append(route.controller().getName())
                .append('#')
                .append(route.method())
                .append('(');
        route.parameterTypes().forEach(type -> prefix.append(type.getName()).append(';'));
        return prefix.append(')').toString();
    }

    private static @Nullable Duration firstOf(
            @Nullable Duration annotated, @Nullable Duration named, @Nullable Duration general) {
        return annotated != null ? annotated : named != null ? named : general;
    }

    private static Duration orZero(@Nullable Duration duration) {
        return duration == null ? Duration.ZERO : duration;
    }
}
