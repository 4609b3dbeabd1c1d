/**
 * The application whose routes are measured. There is one controller for each kind of route, with one route for each
 * size of body.
 */
@NullMarked
package io.httpcached.benchmark.application;

import org.jspecify.annotations.NullMarked;
