package io.httpcached.server.functions;

import io.micronaut.cache.interceptor.ParametersKey;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a function as a key: equal to the key that micronaut-cache makes of them, but it gives access to the arguments.
 * Immutable, unless its arguments are not.
 */
final class FunctionKey extends ParametersKey {

    @Serial
    private static final long serialVersionUID = 1;

    /** Only a key of this process has arguments; nobody serializes it. */
    private final transient @Nullable Object[] arguments;

    FunctionKey(@Nullable Object[] arguments) {
        super(arguments);
        this.arguments = arguments.clone();
    }

    @Nullable
    Object[] arguments() {
        return arguments;
    }

    /** Equal to a {@link ParametersKey} of the same arguments. */
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
