/** Values in any cache that the application has configured for micronaut-cache. */
@NullMarked
package io.httpcached.store.micronautcache;

import org.jspecify.annotations.NullMarked;
