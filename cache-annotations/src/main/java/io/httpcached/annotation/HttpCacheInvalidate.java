package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Invalidates cached responses when the controller method has succeeded, which is to say answered with a status below 400, and
 * before its client has the answer: whoever reads after its own write sees what it wrote, on every node.
 *
 * <p>The path of a successful unsafe request is invalidated anyway (RFC 9111 §4.4); this is for what else shows the changed
 * data. <code>{name}</code> stands for the value of the method's parameter {@code name}, which has to be a single value of the
 * request; the other parameters may be anything.
 *
 * <p>An overriding method has the invalidations of the method it overrides unless it declares its own. The compiler refuses the
 * annotation on a cached route, since a stored response would leave the invalidation undone.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(HttpCacheInvalidate.List.class)
public @interface HttpCacheInvalidate {

    /**
     * Tags whose entries are invalidated.
     *
     * @return tag templates, such as {@code product:{id}}
     */
    String[] tags() default {};

    /**
     * Paths whose entries are invalidated, whatever their query and variant.
     *
     * @return path templates, each beginning with a slash and without a query: decoded paths as a controller declares them,
     *     without the context path, such as {@code /products/{id}}
     */
    String[] paths() default {};

    /**
     * A namespace whose entries are all invalidated. {@code ${placeholders}} are resolved when the application starts.
     *
     * @return the namespace; none when not set
     */
    String namespace() default "";

    /**
     * Whether entries become stale instead of gone, so that {@code staleWhileRevalidate} still answers: a client may then
     * read once more what was there before its own write.
     *
     * @return true to age entries instead of invalidating them
     */
    boolean soft() default false;

    /** Several invalidations on one method, all of which take place. */
    @Documented
    @Inherited
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * The invalidations.
         *
         * @return one element an invalidation
         */
        HttpCacheInvalidate[] value();
    }
}
