package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Caches the responses of a route: repeated requests are answered from the store without running the controller method.
 *
 * <pre>{@code
 * @Controller("/products")
 * class ProductController {
 *
 *     @Get("/{id}")
 *     @HttpCached(ttl = "10m", staleWhileRevalidate = "1m", tags = "product:{id}")
 *     Product show(long id) {
 *         return products.find(id);
 *     }
 * }
 * }</pre>
 *
 * <p>On a controller, the annotation is the policy of all its {@code GET} routes. On a method, it is the policy of that
 * route; each member that the method sets overrides the member of the controller. A method may also be a route for {@code QUERY}, or
 * for {@code POST} with {@link #methods}. The header fields of the response
 * ({@code Cache-Control}, {@code Expires}, {@code ETag}, {@code Vary}) override both. {@link NoHttpCache} excludes a method.
 *
 * <p>Durations, except {@link #staleAfter}, are whole seconds in the format of {@link DurationText}: {@code "90s"}, {@code "10m"}, {@code "1h30m"},
 * {@code "PT10M"}. Shares of a lifetime are in the format of {@link ShareText}. Every text member except {@link #tags}, {@link #resultTags}, {@link #vary} and {@link #ignoredParameters} may
 * contain placeholders such as <code>${catalog.ttl:10m}</code>, which are resolved once at startup. An empty string means "not
 * set".
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface HttpCached {

    /**
     * The freshness lifetime of a response that does not specify its own (RFC 9111 §4.2.1), for example {@code "10m"}.
     *
     * @return a duration in whole seconds; if not set, {@code http-cache.default-ttl}; if that is not set either, the cache
     *     stores only responses with an explicit lifetime
     */
    String ttl() default "";

    /**
     * The time for which clients and caches downstream may use a response without asking the server, for example {@code "30s"}.
     * An invalidation reaches the entries of this application but not the copies in browsers. {@code "0s"} makes clients
     * revalidate a response before each use.
     *
     * @return a duration in whole seconds, not longer than {@link #ttl}; if not set, {@code http-cache.client-ttl}; if that is
     *     not set either, {@code "0s"} for a route with one entry per user, with tags, or on a path that another route
     *     invalidates, and the remaining lifetime of the entry for all others
     */
    String clientTtl() default "";

    /**
     * The period after the freshness lifetime in which a stale response may be served while a background refresh fetches a
     * new one (RFC 5861 §3), for example {@code "1m"}.
     *
     * @return a duration in whole seconds; if not set, stale responses are not served during a refresh
     */
    String staleWhileRevalidate() default "";

    /**
     * The period after the freshness lifetime in which a stale response may be served if the handler fails (RFC 5861 §4),
     * for example {@code "1h"}.
     *
     * @return a duration in whole seconds; if not set, the error reaches the client
     */
    String staleIfError() default "";

    /**
     * The share of {@link #ttl} by which the lifetime of each response is shortened at random, for example {@code "10%"} or
     * {@code "1m"}, so that entries made at the same time do not end at the same time. It is decided once, when the response is
     * stored: all nodes and clients see the same lifetime. A lifetime that the response states itself is not shortened.
     *
     * @return a percentage from 0 to 99, or a duration in whole seconds shorter than {@link #ttl}; if not set,
     *     {@code http-cache.jitter}; {@code "0%"} for none
     */
    String jitter() default "";

    /**
     * The share at the end of the lifetime in which a hit refreshes the entry, for example {@code "20%"} or {@code "30s"}. Such
     * a hit is answered at once with the stored response, and the handler runs once in the background.
     *
     * @return a percentage from 0 to 99, or a duration in whole seconds shorter than {@link #ttl}; if not set,
     *     {@code http-cache.refresh-ahead}; {@code "0%"} for none
     */
    String refreshAhead() default "";

    /**
     * The time that a request waits for the handler before it is answered with a stale response, for example {@code "200ms"}. It
     * applies in the period of {@link #staleIfError}, where a stale response may be served. The handler goes on, and its response is
     * stored. In the period of {@link #staleWhileRevalidate} no request waits.
     *
     * @return a duration of at least one millisecond; if not set, {@code http-cache.stale-after}; if that is not set either,
     *     {@code http-cache.collapse-timeout}
     */
    String staleAfter() default "";

    /**
     * The users who share an entry. A route that is restricted with {@code @Secured} or a similar annotation must set it,
     * unless the method takes the user as a parameter.
     *
     * @return the scope; {@link CacheScope#AUTO} by default
     */
    CacheScope scope() default CacheScope.AUTO;

    /**
     * Request header fields that select the response, in addition to those that the method declares as parameters, for
     * example {@code {"Accept-Language", "X-Tenant"}}. Their values are part of the key, and the response lists their names
     * in {@code Vary}.
     *
     * @return field names; {@code *} is a compile error; none by default
     */
    String[] vary() default {};

    /**
     * Tags by which entries of this route can be invalidated together, for example <code>{"products", "product:{id}"}</code>.
     * <code>{name}</code> stands for the value of the parameter {@code name}, in one text for all its spellings in requests:
     * {@code 7} for {@code 007}. <code>{user}</code> stands for the name of the
     * principal if the method takes a {@code Principal}.
     *
     * @return tag templates; none by default
     */
    String[] tags() default {};

    /**
     * The tags that the handler may add to its response while it runs, for example <code>{"product:*", "home"}</code>. A
     * <code>*</code> stands for any text. The compiler warns about an invalidated tag that no cached route declares here or in
     * {@link #tags}. At run time, the response has each tag that the handler adds; the log warns about the first one that is not
     * declared.
     *
     * @return tags in which {@code *} stands for any text; none by default
     */
    String[] resultTags() default {};

    /**
     * The unsafe methods whose requests this route only answers, although others of them change data: {@code "POST"} for a search or
     * a GraphQL query. The key then contains a digest of the request body and its content type, a hit does not run the method, and a
     * request does not invalidate its path. A route for {@code QUERY} is safe by definition and needs no such statement.
     *
     * @return {@code "POST"} or nothing; not on a controller; none by default
     */
    String[] methods() default {};

    /**
     * The form in which the request body is part of the key of a route for {@code QUERY} or {@code POST}.
     *
     * @return the form; {@link BodyKey#BYTES} by default
     */
    BodyKey bodyKey() default BodyKey.BYTES;

    /**
     * The parts of a request that form the key.
     *
     * @return the source of the key; {@link KeySource#SIGNATURE} by default
     */
    KeySource keySource() default KeySource.SIGNATURE;

    /**
     * Beans that add key parts of their own, such as the tenant that a filter has found, or that exclude requests from the
     * cache. Each part has the name of its class in the key. Beans of the type {@link CacheKeyContributor} contribute to all
     * routes and need not be named here.
     *
     * @return the classes of beans; startup fails if there is no such bean; none by default
     */
    Class<? extends KeyContributor>[] key() default {};

    /**
     * Query parameters that are left out of a key that takes the whole query, for example <code>{"utm_*", "fbclid"}</code>. A
     * <code>*</code> at the end stands for any text. Use it only for parameters that the handler does not read: it still
     * receives them, and a response that depends on one would be served to requests with other values of it.
     *
     * @return names in the form of {@link ParameterPattern}; a compile error on a route whose key does not take the whole
     *     query; an explicit <code>{}</code> leaves out none; if not set, {@code http-cache.ignored-parameters}
     */
    String[] ignoredParameters() default {};

    /**
     * The status codes to which {@link #ttl} applies, for example {@code {200, 404}}. A response with any other final status
     * is stored only if it has an explicit lifetime.
     *
     * @return status codes from 200 to 599, except 206 and 304; if empty, {@code http-cache.cacheable-statuses}
     */
    int[] statuses() default {};

    /**
     * Whether the cache honors the {@code Cache-Control} directives of a request.
     *
     * @return the rule; by default, that of {@code http-cache.request-directives}
     */
    RequestDirectives requestDirectives() default RequestDirectives.DEFAULT;

    /**
     * The rule for filters, handlers, templates and serializers behind the cache that read a part of the request that is not in
     * the key.
     *
     * @return the rule; by default, that of {@code http-cache.unkeyed-reads}
     */
    UnkeyedReads unkeyedReads() default UnkeyedReads.DEFAULT;

    /**
     * Whether a node keeps copies of the route's entries in memory and answers with them, instead of asking the remote store
     * each time. No effect on entries in the memory store.
     *
     * @return the setting; by default, that of {@code http-cache.near.enabled}
     */
    NearCopies near() default NearCopies.DEFAULT;

    /**
     * A prefix of the keys. It separates applications, or versions of one application, that use the same store.
     *
     * @return the namespace; if not set, {@code http-cache.namespace}
     */
    String namespace() default "";

    /**
     * The store that holds the entries of this route, for example {@code "redis"}.
     *
     * @return the name of a store; if not set, {@code http-cache.backend}
     */
    String backend() default "";

    /**
     * The form in which a backend holds the entries of this route, for example {@code "json"}. The {@code memory} store has no codec.
     *
     * @return {@code binary}, {@code json}, {@code gzip} or the name of an {@code EntryCodec} bean; startup fails if there is no such
     *     codec; if not set, {@code http-cache.codec}
     */
    String codec() default "";

    /**
     * The named policy {@code http-cache.policies.<name>}. It supplies the members that neither the method nor the
     * controller sets.
     *
     * @return the name of a configured policy; startup fails if it is not configured; none by default
     */
    String policy() default "";

    /**
     * A bean that returns the current version of the response at a lower cost than the handler. While the stored response
     * has that version, the handler does not run.
     *
     * @return the class of a bean; startup fails if there is no such bean; {@link VersionSource.None} by default
     */
    Class<? extends VersionSource> version() default VersionSource.None.class;
}
