package io.httpcached.server.config;

import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.util.Toggleable;
import java.util.List;

/** Settings of invalidations. */
@ConfigurationProperties(InvalidationConfiguration.PREFIX)
public class InvalidationConfiguration implements Toggleable {

    /** The prefix of the settings. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".invalidation";

    private boolean enabled = true;
    private boolean afterCommit = true;
    private OnFailure onFailure = OnFailure.IGNORE;

    /** The response to a request whose invalidations a remote store did not confirm. */
    public enum OnFailure {

        /** The response of the handler. A warning in the log says that stores may serve old responses for a while. */
        IGNORE,

        /** A response with status 503, although the handler has run. */
        FAIL
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Whether requests and HttpCache invalidate. It may be false only together with http-cache.enabled; then this node opens no
     * store, and other nodes may serve responses that its requests have made outdated. Default value: true.
     *
     * @param enabled {@code false} to invalidate nothing
     */
    public void setEnabled(String enabled) {
        this.enabled = SwitchProperty.parse(PREFIX + ".enabled", enabled);
    }

    /** {@return whether invalidations in a transaction follow its commit} */
    public boolean isAfterCommit() {
        return afterCommit;
    }

    /**
     * Whether an invalidation by HttpCache in a transaction of micronaut-data-tx follows the commit, and a rollback invalidates
     * nothing. Otherwise it is done at once. Default value: true.
     *
     * @param afterCommit {@code false} to invalidate at once
     */
    public void setAfterCommit(String afterCommit) {
        this.afterCommit = SwitchProperty.parse(PREFIX + ".after-commit", afterCommit);
    }

    /** {@return the response to a request whose invalidations a remote store did not confirm} */
    public OnFailure getOnFailure() {
        return onFailure;
    }

    /**
     * The response to a request whose invalidations a remote store did not confirm in time, if entries that they concern may
     * be stored: ignore sends the response of the handler, fail sends 503. Default value: ignore.
     *
     * @param onFailure {@code ignore} or {@code fail}
     */
    public void setOnFailure(String onFailure) {
        this.onFailure =
                PropertyValues.choice(PREFIX + ".on-failure", onFailure, List.of(OnFailure.IGNORE, OnFailure.FAIL));
    }
}
