package io.httpcached.server.config;

import io.micronaut.context.annotation.ConfigurationProperties;

/** How requests invalidate what they have changed. */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX + ".invalidation")
public class InvalidationConfiguration {

    private OnFailure onFailure = OnFailure.IGNORE;

    /** What becomes of a request whose invalidations a backend did not confirm. */
    public enum OnFailure {

        /**
         * It is answered as its handler did, and the log says that old responses may be served for a while.
         */
        IGNORE,

        /** It is answered 503, although its handler has run. */
        FAIL
    }

    /** {@return what becomes of a request whose invalidations a backend did not confirm} */
    public OnFailure getOnFailure() {
        return onFailure;
    }

    /**
     * What becomes of a request whose invalidations a backend did not confirm within its time budget, when what it invalidates may be
     * cached. Default value {@code ignore}.
     *
     * @param onFailure {@code ignore} to answer it all the same, {@code fail} to answer 503
     */
    public void setOnFailure(OnFailure onFailure) {
        this.onFailure = onFailure;
    }
}
