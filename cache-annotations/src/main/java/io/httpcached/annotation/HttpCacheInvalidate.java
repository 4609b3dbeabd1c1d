package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Invalidates cached responses after the controller method has succeeded, that is, after it has responded with a status below
 * 400. The invalidation is done before the client receives the response, so a client that reads after its own write sees
 * the change.
 *
 * <pre>{@code
 * @Put("/{id}")
 * @HttpCacheInvalidate(tags = {"product:{id}", "products"})
 * void update(long id, @Body Product product) {
 *     products.save(id, product);
 * }
 * }</pre>
 *
 * <p>A successful unsafe request invalidates its own path without the annotation (RFC 9111 §4.4). Use the annotation for other
 * responses that show the changed data. With the {@code memory} store, an invalidation reaches the entries of its own node only;
 * remote stores share entries and invalidations between nodes.
 *
 * <p><code>{name}</code> stands for the value of the method's parameter {@code name}, which must be a single path variable,
 * query value, header or cookie; the other parameters may be of any kind. The text of the value does not depend on its spelling in
 * the request: {@code 7} for {@code 007}. <code>{user}</code> stands for the name of the
 * principal if the method takes a {@code Principal}.
 *
 * <p>A method that overrides another inherits its invalidations unless it declares its own. The annotation is a compile error
 * on a cached route, because a hit does not run the method.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(HttpCacheInvalidate.List.class)
public @interface HttpCacheInvalidate {

    /**
     * The tags whose entries are invalidated, for example <code>{"product:{id}", "products"}</code>.
     *
     * @return tag templates; none by default
     */
    String[] tags() default {};

    /**
     * The paths whose entries are invalidated, with every query and every variant, for example
     * <code>"/products/{id}/reviews"</code>.
     *
     * @return path templates, decoded and without the context path, as a controller declares them: each starts with a slash
     *     and has no query; none by default
     */
    String[] paths() default {};

    /**
     * A namespace whose entries are all invalidated. It may contain <code>${placeholders}</code>, which are resolved at
     * startup.
     *
     * @return the namespace; none by default
     */
    String namespace() default "";

    /**
     * Whether the entries become stale instead of being removed, so that {@code staleWhileRevalidate} still applies to them.
     * A client may then receive the old response again after its own write.
     *
     * @return true to mark the entries as stale; false, the default, to remove them
     */
    boolean soft() default false;

    /** Several invalidations of one method. All of them are done. */
    @Documented
    @Inherited
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * The invalidations.
         *
         * @return at least one invalidation
         */
        HttpCacheInvalidate[] value();
    }
}
