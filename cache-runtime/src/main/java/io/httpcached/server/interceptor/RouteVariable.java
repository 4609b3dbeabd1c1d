package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the path that can be spelled in several ways, or be absent.
 *
 * @param name its name in the URI template
 * @param parameter the index of the parameter to which it is bound; -1 if its text is used as it is
 * @param field the name of its field if the parameter is a bean; otherwise null
 * @param defaultValue the value if the path omits it, or null
 */
@Internal
public record RouteVariable(String name, int parameter, @Nullable String field, @Nullable String defaultValue) {

    /**
     * Creates a variable that is not bound to a field of a bean.
     *
     * @param name its name in the URI template
     * @param parameter the index of the parameter to which it is bound; -1 if its text is used as it is
     * @param defaultValue the value if the path omits it, or null
     */
    public RouteVariable(String name, int parameter, @Nullable String defaultValue) {
        this(name, parameter, null, defaultValue);
    }
}
