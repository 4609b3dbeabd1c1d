/** A product catalogue over an embedded database, whose pages are answered from the HTTP cache. */
@NullMarked
package io.httpcached.example.catalog;

import org.jspecify.annotations.NullMarked;
