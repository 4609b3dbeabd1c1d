package io.httpcached.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A variable of the path that can be spelled in several ways, or be absent.
 *
 * @param name its name
 * @param parameter the index of the only parameter that is bound to it; -1 if its text is used as it is
 * @param field the name of its field if the parameter is a bean; otherwise null
 * @param defaultValue the value if the path omits it
 */
public record SpelledVariable(String name, int parameter, @Nullable String field, @Nullable String defaultValue) {}
