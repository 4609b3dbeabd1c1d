package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates the typed cache of a controller: a bean in its package with a method for each name by which the entries of its cached
 * routes are invalidated. The bean of {@code ProductController} is {@code ProductControllerCache}, that of a nested class {@code
 * Api.V1} is {@code Api_V1Cache}.
 *
 * <pre>{@code
 * @Controller("/products")
 * @TypedHttpCache
 * class ProductController {
 *
 *     @Get("/{id}")
 *     @HttpCached(ttl = "10m", tags = "product:{id}")
 *     Product show(long id) { … }
 * }
 *
 * @Inject ProductControllerCache cache;
 *
 * cache.invalidateShow(42);            // the entries of the path /products/42
 * cache.invalidateShow();              // all entries of the route
 * cache.invalidateProductTag(42);      // the entries with the tag product:42
 * cache.softly().invalidateShow(42);   // marks them stale
 * }</pre>
 *
 * <p>If a route, the type of a parameter or a tag changes, code that uses it no longer compiles. Methods of the generated class with
 * the same name and the same parameter types are one method, which invalidates all that it stands for.
 *
 * <p>It is not generated without this annotation, because each additional class takes time to compile.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TypedHttpCache {}
