package io.httpcached.engine.remote;

import io.httpcached.engine.TagSnapshot;
import java.util.List;

/**
 * The snapshot of a lookup that a copy answers. The versions are still current, since the copy depends on each of them. The position
 * in the log of invalidations is not: it may be used as a position from before the handler ran, but not as that of this lookup.
 * Immutable.
 *
 * @param versions the versions of the lookup that read the copy
 */
record RememberedVersions(TagVersions versions) implements TagSnapshot {

    @Override
    public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
        return versions.at(RemoteInvalidationLog.UNKNOWN).unchangedSince(earlier, tags);
    }
}
