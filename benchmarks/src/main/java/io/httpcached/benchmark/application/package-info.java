/** The application whose routes are measured: one controller a way of answering, each with one route a size of body. */
@NullMarked
package io.httpcached.benchmark.application;

import org.jspecify.annotations.NullMarked;
