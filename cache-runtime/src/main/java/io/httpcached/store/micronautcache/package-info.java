/** The store for any cache that the application has configured with micronaut-cache. */
@Internal
@NullMarked
package io.httpcached.store.micronautcache;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
