/**
 * The package that generated interceptors call: the cached and invalidating routes of a controller as data, and the writers of
 * keys and tags. Applications do not use it.
 */
@Internal
@NullMarked
package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
