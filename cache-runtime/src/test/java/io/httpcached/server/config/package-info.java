@NullMarked
package io.httpcached.server.config;

import org.jspecify.annotations.NullMarked;
