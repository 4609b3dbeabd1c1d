package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers repeated requests of a route from the response cache.
 *
 * <p>On a controller it is the policy of all its {@code GET} routes; on a method it is the policy of that route, and each
 * member that the method sets wins over the controller's. What the response says itself ({@code Cache-Control},
 * {@code Expires}, {@code ETag}, {@code Vary}) wins over both.
 *
 * <p>Durations are text in the grammar of {@link DurationText}: {@code "90s"}, {@code "10m"}, {@code "1h30m"},
 * {@code "PT10M"}, and whole seconds. Every textual member but {@link #tags} and {@link #vary} may be a placeholder such
 * as <code>${catalog.ttl:10m}</code>, resolved once at start-up. An empty string means "not set".
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface HttpCached {

    /**
     * How long a response is fresh in this server when it does not say so itself (RFC 9111 §4.2.1).
     *
     * @return a duration; when not set, {@code http-cache.default-ttl}, and without that nothing is stored but what
     *     carries an explicit lifetime
     */
    String ttl() default "";

    /**
     * How long clients may keep what they received, when that is to differ from {@link #ttl}: what this server invalidates
     * need not live on in browsers. {@code "0s"} makes them validate each time.
     *
     * @return a duration, not longer than {@link #ttl}; when not set, what remains of {@link #ttl}
     */
    String clientTtl() default "";

    /**
     * How long after its lifetime a response may be served once more while it is fetched anew (RFC 5861 §3).
     *
     * @return a duration; none when not set
     */
    String staleWhileRevalidate() default "";

    /**
     * How long after its lifetime a response may be served when the handler fails (RFC 5861 §4).
     *
     * @return a duration; none when not set
     */
    String staleIfError() default "";

    /**
     * Who may be answered from an entry. A route that {@code @Secured} or its like restricts has to say it, unless the
     * method takes the user.
     *
     * @return the scope
     */
    CacheScope scope() default CacheScope.AUTO;

    /**
     * Request header fields that select the response beyond those the method declares: their values are part of the key
     * and their names are sent as {@code Vary}.
     *
     * @return field names; {@code *} is a compile error
     */
    String[] vary() default {};

    /**
     * Names under which entries of this route can be invalidated together. <code>{name}</code> stands for the value of the
     * parameter {@code name}.
     *
     * @return tag templates
     */
    String[] tags() default {};

    /**
     * What tells one entry from another.
     *
     * @return the source of the key
     */
    KeySource keySource() default KeySource.SIGNATURE;

    /**
     * Status codes that {@link #ttl} applies to. Any other final status is stored only if the response carries an
     * explicit lifetime.
     *
     * @return status codes from 200 to 599; when empty, {@code http-cache.cacheable-statuses}
     */
    int[] statuses() default {};

    /**
     * What becomes of the client's {@code Cache-Control}.
     *
     * @return whether request directives are obeyed
     */
    RequestDirectives requestDirectives() default RequestDirectives.DEFAULT;

    /**
     * A prefix of the keys, to separate applications or versions that share a backend.
     *
     * @return the namespace; when not set, {@code http-cache.namespace}
     */
    String namespace() default "";

    /**
     * Where the entries of the route live. {@code ${placeholders}} are resolved when the application starts.
     *
     * @return the name of a backend; when not set, {@code http-cache.backend}
     */
    String backend() default "";

    /**
     * The named policy {@code http-cache.policies.<name>} that supplies the members that are set neither here nor on the
     * controller.
     *
     * @return the name of a configured policy; a name that is not configured stops start-up
     */
    String policy() default "";

    /**
     * A bean that knows which version of the response the handler would give, at less cost than the handler: while that
     * is the stored one, the handler is not run.
     *
     * @return a class that implements {@code io.httpcached.annotation.VersionSource}; none when {@code void}
     */
    Class<?> version() default void.class;
}
