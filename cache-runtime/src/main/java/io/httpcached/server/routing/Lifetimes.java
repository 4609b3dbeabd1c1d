package io.httpcached.server.routing;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.LifetimeShare;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.LifetimeConfiguration;
import io.httpcached.server.config.PolicyConfiguration;
import io.httpcached.server.interceptor.RoutePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Determines the lifetimes of a route: as the annotation sets them, else the named policy, else the general settings. */
final class Lifetimes {

    private final @Nullable Duration defaultTtl;
    private final LifetimeConfiguration general;

    Lifetimes(HttpCacheConfiguration settings, LifetimeConfiguration general) {
        this.defaultTtl = settings.getDefaultTtl();
        this.general = general;
    }

    /**
     * {@return a builder of a policy with the lifetimes of a route} A response to POST is fresh only if something says so about it (RFC
     * 9110 §9.3.3). Where the key contains the body of the request, no handler runs after its request has ended.
     */
    CachePolicy.Builder resolve(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        return CachePolicy.builder()
                .ttl(firstOf(
                        texts.duration("ttl", annotated.ttl()),
                        named.getTtl(),
                        needsExplicitLifetime(annotated) ? null : defaultTtl))
                .staleWhileRevalidate(orElse(
                        Duration.ZERO,
                        texts.duration("staleWhileRevalidate", annotated.staleWhileRevalidate()),
                        named.getStaleWhileRevalidate(),
                        null))
                .staleIfError(orElse(
                        Duration.ZERO,
                        texts.duration("staleIfError", annotated.staleIfError()),
                        named.getStaleIfError(),
                        null))
                .jitter(orElse(
                        LifetimeShare.NONE,
                        texts.share("jitter", annotated.jitter()),
                        named.getJitter(),
                        general.getJitter()))
                .refreshAhead(annotated.keysBody() ? LifetimeShare.NONE : refreshAhead(texts, annotated, named))
                .staleAfter(annotated.keysBody() ? null : staleAfter(texts, annotated, named));
    }

    static boolean needsExplicitLifetime(RoutePolicy annotated) {
        return annotated.safe().equals("POST");
    }

    private LifetimeShare refreshAhead(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        return orElse(
                LifetimeShare.NONE,
                texts.share("refreshAhead", annotated.refreshAhead()),
                named.getRefreshAhead(),
                general.getRefreshAhead());
    }

    private @Nullable Duration staleAfter(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        return firstOf(
                texts.positiveDuration("staleAfter", annotated.staleAfter()),
                named.getStaleAfter(),
                general.getStaleAfter());
    }

    private static <T> T orElse(T none, @Nullable T annotated, @Nullable T named, @Nullable T general) {
        T found = firstOf(annotated, named, general);
        return found == null ? none : found;
    }

    private static <T> @Nullable T firstOf(@Nullable T annotated, @Nullable T named, @Nullable T general) {
        return annotated != null ? annotated : named != null ? named : general;
    }
}
