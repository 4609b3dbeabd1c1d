package io.httpcached.engine;

import io.httpcached.core.StoredResponse;

/** Which bodies are worth compressing, as the server would judge of each of its answers. Thread-safe. */
public interface Compression {

    /** None. */
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
     * Whether a body is to be kept compressed beside the body as it is.
     *
     * @param response a response that HTTP permits to compress
     * @return whether its size and media type make it worthwhile
     */
    boolean isWorthwhile(StoredResponse response);

    /** {@return the level, from 0 (not at all) to 9 (most)} */
    int level();
}
