/**
 * What generated interceptors are written against: a controller's cached routes as data, and the writers through which
 * a route says its key and its tags.
 */
@NullMarked
package io.httpcached.server.interceptor;

import org.jspecify.annotations.NullMarked;
