package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the path that can be spelled in several ways, or be absent.
 *
 * @param name its name in the URI template
 * @param parameter the index of the parameter to which it is bound; -1 if its text is used as it is
 * @param defaultValue the value if the path omits it, or null
 */
@Internal
public record RouteVariable(String name, int parameter, @Nullable String defaultValue) {}
