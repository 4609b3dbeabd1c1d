package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.config.ReadsConfiguration;
import io.httpcached.server.interceptor.KeyInputs;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells which reads count on a route: those of parts that are neither in the key nor ignored. Thread-safe. */
final class CountedReads {

    private final ReadsConfiguration settings;

    /** A key generator always writes the same parts, so those of the first request hold for all. */
    private volatile @Nullable KeyInputs key;

    CountedReads(ReadsConfiguration settings) {
        this.settings = settings;
    }

    /** Asks for the parts that the key of a request contains, unless they are known. Nothing is recorded before. */
    void learnKey(Supplier<KeyInputs> inputs) {
        if (key == null) {
            key = inputs.get();
        }
    }

    private KeyInputs key() {
        KeyInputs known = key;
        if (known == null) {
            throw new IllegalStateException("The parts of the key are not known yet");
        }
        return known;
    }

    boolean counts(RequestPart part) {
        KeyInputs inputs = key();
        String name = part.name();
        return switch (part.kind()) {
            case FIELD -> !inputs.hasField(name) && !settings.isIgnoredField(name);
            case COOKIE -> !inputs.hasCookie(name);
            case PARAMETER -> !inputs.hasParameter(name) && !inputs.isIgnoredParameter(name);
            case ATTRIBUTE -> countsAttribute(name);
            case LOCALE -> !inputs.hasLocale();
            case PATH -> !inputs.hasPath();
            case QUERY, HOST, SCHEME -> !inputs.hasRequestUri();
        };
    }

    /** What a key contributor returns stands in the key for the attributes that it reads. */
    boolean countsAttribute(String name) {
        return !settings.isIgnoredAttribute(name) && !key().hasAttribute(name);
    }

    boolean countsAllParameters() {
        return !key().hasAllParameters();
    }

    boolean countsAllFields() {
        return settings.isCountIteration();
    }
}
