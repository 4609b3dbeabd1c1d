package io.httpcached.server.routing;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.annotation.VersionSource;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.DirectivesReader;
import io.httpcached.core.Sharing;
import io.httpcached.engine.fields.TargetedCacheControl;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.PolicyConfiguration;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.IgnoredParameters;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.reads.ReadsFactory;
import io.httpcached.server.store.Stores;
import io.micronaut.context.BeanContext;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the policy of a route: resolves the placeholders of its annotations, then fills unset members from the named policy,
 * then from the general settings.
 */
final class PolicyResolver {

    private final HttpCacheConfiguration settings;
    private final Map<String, PolicyConfiguration> policies;
    private final PropertyPlaceholderResolver placeholders;
    private final Stores stores;
    private final VaryResolver varies;
    private final Lifetimes lifetimes;
    private final ClientLifetimes clientLifetimes;
    private final RequestResolvers resolvers;
    private final ReadsFactory reads;
    private final BeanContext beans;
    private final KeyContributors contributors;
    private final DirectivesReader directives;

    PolicyResolver(
            HttpCacheConfiguration settings,
            Map<String, PolicyConfiguration> policies,
            PropertyPlaceholderResolver placeholders,
            Stores stores,
            VaryResolver varies,
            Lifetimes lifetimes,
            ClientLifetimes clientLifetimes,
            RequestResolvers resolvers,
            ReadsFactory reads,
            BeanContext beans) {
        this.settings = settings;
        this.stores = stores;
        this.varies = varies;
        this.lifetimes = lifetimes;
        this.clientLifetimes = clientLifetimes;
        this.resolvers = resolvers;
        this.reads = reads;
        this.beans = beans;
        this.contributors = new KeyContributors(beans);
        this.policies = policies;
        this.placeholders = placeholders;
        this.directives = settings.getTargetedFields().isEmpty()
                ? DirectivesReader.CACHE_CONTROL
                : new TargetedCacheControl(settings.getTargetedFields());
    }

    ResolvedRoute resolve(CachedRoute route, List<UriRouteInfo<?, ?>> mapped) {
        RoutePolicy annotated = route.policy();
        String where = "@HttpCached on " + route.method();
        AnnotatedTexts texts = new AnnotatedTexts(where, placeholders);
        PolicyConfiguration named = named(where, texts.text(annotated.policy()));
        RouteVary vary = varies.resolve(route);
        String namespace = namespace(texts, annotated, named);
        Sharing sharing = sharing(annotated.scope());
        ClientLifetime clients = clientLifetimes.resolve(
                route, texts.duration("clientTtl", annotated.clientTtl()), named, sharing, namespace, mapped);
        CachePolicy policy = lifetimes
                .resolve(texts, annotated, named)
                .clientTtl(clients.ttl())
                .sharing(sharing)
                .statuses(statuses(annotated, named))
                .honorRequestDirectives(honors(annotated.requestDirectives(), named))
                .heuristicFreshness(settings.isHeuristicFreshness() && !Lifetimes.needsExplicitLifetime(annotated))
                .vary(vary.names())
                .keyedInPart(vary.keyedInPart())
                .directives(directives)
                .build();
        Backend backend = backend(texts, annotated, named);
        boolean near = settings.isEnabled()
                && isNear(annotated.near(), named)
                && stores.keepCopies(backend.where, backend.name);
        Codec codec = codec(texts, annotated, named);
        String keyPrefix = keyPrefix(namespace, route.method(), vary.selecting());
        IdentityHashMap<RouteInfo<?>, RoutePath> paths = paths(route, mapped);
        RouteNames names = RouteNames.of(namespace, route.method(), paths.values());
        return new ResolvedRoute(
                route,
                policy,
                clients.reason(),
                keyPrefix,
                CacheKey.of(keyPrefix),
                names.entryTags(),
                names.routeTags(),
                vary.keyed(),
                contributors.of(where, annotated.key()),
                ignored(annotated, named),
                annotated.keySource() == KeySource.REQUEST_URI,
                backend.name,
                codec == null ? stores.usualCodec() : codec.name,
                namespace,
                near,
                new RouteCounters(),
                codec == null
                        ? stores.pipeline(backend.where, backend.name)
                        : stores.pipeline(backend.where, backend.name, codec.name, codec.where),
                version(where, annotated.version()),
                new DeclaredResultTags(route),
                reads.create(route.method(), unkeyedReads(annotated.unkeyedReads(), named), sharing),
                paths);
    }

    private IdentityHashMap<RouteInfo<?>, RoutePath> paths(CachedRoute route, List<UriRouteInfo<?, ?>> mapped) {
        IdentityHashMap<RouteInfo<?>, RoutePath> paths = new IdentityHashMap<>();
        mapped.forEach(info -> paths.put(info, new RoutePath(info, route.variables(), resolvers)));
        return paths;
    }

    private PolicyConfiguration named(String where, String name) {
        if (name.isEmpty()) {
            return new PolicyConfiguration("");
        }
        PolicyConfiguration policy = policies.get(name);
        if (policy == null) {
            throw new ConfigurationException(where + " names the policy '" + name + "', but http-cache.policies." + name
                    + " is not configured; configure it or name one of " + policies.keySet());
        }
        return policy;
    }

    /**
     * The name of a store.
     *
     * @param where the annotation or the property that sets it
     * @param name the name
     */
    private record Backend(String where, String name) {}

    private Backend backend(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        String own = texts.text(annotated.backend());
        if (!own.isEmpty()) {
            return new Backend(texts.where() + ", backend", own);
        }
        String configured = named.getBackend();
        return configured == null
                ? new Backend(HttpCacheConfiguration.PREFIX + ".backend", settings.getBackend())
                : new Backend("http-cache.policies." + named.getName() + ".backend", configured);
    }

    /**
     * The name of a codec.
     *
     * @param where the annotation or the property that sets it
     * @param name the name
     */
    private record Codec(String where, String name) {}

    private static @Nullable Codec codec(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        String own = texts.text(annotated.codec());
        if (!own.isEmpty()) {
            return new Codec(texts.where() + ", codec", own);
        }
        String configured = named.getCodec();
        return configured == null ? null : new Codec("http-cache.policies." + named.getName() + ".codec", configured);
    }

    private String namespace(AnnotatedTexts texts, RoutePolicy annotated, PolicyConfiguration named) {
        String own = texts.text(annotated.namespace());
        if (!own.isEmpty()) {
            return own;
        }
        String configured = named.getNamespace();
        return configured == null ? settings.getNamespace() : configured;
    }

    private @Nullable VersionSource version(String where, Class<? extends VersionSource> type) {
        if (type == VersionSource.None.class) {
            return null;
        }
        return beans.findBean(type)
                .orElseThrow(() -> new ConfigurationException(where + " names the version source " + type.getName()
                        + ", but there is no such bean; annotate the class with @Singleton"));
    }

    private Set<Integer> statuses(RoutePolicy annotated, PolicyConfiguration named) {
        if (!annotated.statuses().isEmpty()) {
            return Set.copyOf(annotated.statuses());
        }
        return named.getStatuses().isEmpty() ? settings.getCacheableStatuses() : named.getStatuses();
    }

    private IgnoredParameters ignored(RoutePolicy annotated, PolicyConfiguration named) {
        List<String> own = annotated.ignoredParameters();
        List<String> configured = named.getIgnoredParameters();
        return new IgnoredParameters(
                own != null ? own : configured != null ? configured : settings.getIgnoredParameters(),
                Set.copyOf(annotated.takenParameters()));
    }

    private boolean honors(RequestDirectives annotated, PolicyConfiguration named) {
        RequestDirectives rule = annotated != RequestDirectives.DEFAULT ? annotated : named.getRequestDirectives();
        return (rule != RequestDirectives.DEFAULT ? rule : settings.getRequestDirectives()) != RequestDirectives.IGNORE;
    }

    private UnkeyedReads unkeyedReads(UnkeyedReads annotated, PolicyConfiguration named) {
        UnkeyedReads rule = annotated != UnkeyedReads.DEFAULT ? annotated : named.getUnkeyedReads();
        return rule != UnkeyedReads.DEFAULT ? rule : settings.getUnkeyedReads();
    }

    private boolean isNear(NearCopies annotated, PolicyConfiguration named) {
        if (annotated != NearCopies.DEFAULT) {
            return annotated == NearCopies.ON;
        }
        Boolean configured = named.getNear();
        return configured == null ? stores.keepsCopies() : configured;
    }

    private static Sharing sharing(CacheScope scope) {
        return switch (scope) {
            case AUTO -> Sharing.SHARED;
            case PUBLIC -> Sharing.PUBLIC;
            case PRIVATE -> Sharing.PRIVATE;
        };
    }

    /**
     * The prefix contains the method, so the keys of two routes never collide. It contains the fields that {@code Vary} has to
     * name, so that an entry stored before the configuration of CORS or of versions changed is not served.
     */
    private static String keyPrefix(String namespace, ControllerMethod method, List<String> selectingFields) {
        StringBuilder prefix = new StringBuilder()
                .append(namespace.length())
                .append(':')
                .append(namespace)
                .append(method.controller().getName())
                .append('#')
                .append(method.name())
                .append('(');
        method.parameterTypes().forEach(type -> prefix.append(type.getName()).append(';'));
        prefix.append(')');
        selectingFields.forEach(name -> prefix.append(name).append(','));
        return prefix.toString();
    }
}
