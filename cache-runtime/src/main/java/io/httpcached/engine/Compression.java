package io.httpcached.engine;

import io.httpcached.core.ContentEncoder;
import io.httpcached.core.StoredResponse;
import java.util.List;

/** The rule for which bodies are offered compressed as well, equal to the server's rule for its other responses. Thread-safe. */
public interface Compression {

    /** Compresses nothing. */
    Compression NONE = new Compression() {
        @Override
        public boolean isWorthwhile(StoredResponse response) {
            return false;
        }

        @Override
        public int level() {
            return 0;
        }
    };

    /**
     * Returns whether a body is stored compressed beside its original form.
     *
     * @param response a response that HTTP permits to compress
     * @return true if its size and media type make compression worthwhile
     */
    boolean isWorthwhile(StoredResponse response);

    /** {@return the compression level, from 0 (none) to 9 (most)} */
    int level();

    /** {@return the encoders for other codings than gzip, in the order in which the server prefers them, before gzip} */
    default List<ContentEncoder> otherEncoders() {
        return List.of();
    }
}
