package io.httpcached.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a method from the {@link HttpCached} policy of its controller: its responses are never stored or reused.
 *
 * <pre>{@code
 * @Get("/now")
 * @NoHttpCache
 * Instant now() {
 *     return clock.instant();
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NoHttpCache {}
