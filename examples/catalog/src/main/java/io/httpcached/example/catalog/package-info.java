/** A product catalog over an embedded database, with responses served from the HTTP cache. */
@NullMarked
package io.httpcached.example.catalog;

import org.jspecify.annotations.NullMarked;
