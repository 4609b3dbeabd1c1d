package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Creates the keys of a backend. They are digests: short enough for every backend, never text that a client wrote, and they
 * do not reveal the requests. Only the prefix and a short version are readable.
 */
final class RemoteKeys {

    private final String entryPrefix;
    private final String tagVersionPrefix;
    private final String leasePrefix;
    private final String positionKey;
    private final String invalidationPrefix;

    /**
     * Creates the keys of an application. All versions of an application share the tag versions, because an invalidation must
     * reach the entries of every version that runs.
     *
     * @param prefix the prefix of all keys
     * @param version the version that separates entries and leases, or an empty text
     */
    RemoteKeys(String prefix, String version) {
        String versionPart = version.isEmpty() ? "" : '@' + KeySegment.of(version);
        this.entryPrefix = prefix + 'e' + versionPart + ':';
        this.tagVersionPrefix = prefix + "v:";
        this.leasePrefix = prefix + 'l' + versionPart + ':';
        this.positionKey = prefix + "i";
        this.invalidationPrefix = prefix + "i:";
    }

    String entry(CacheKey key) {
        return entryPrefix + key.digest();
    }

    /** {@return the key of the lease on an entry's handler, which is another one after each invalidation of the tags} */
    String lease(CacheKey key, List<String> tags, TagVersions snapshot) {
        return leasePrefix + CacheKey.of(snapshot.text(tags) + key.canonical()).digest();
    }

    String tagVersion(String tag) {
        return tagVersionPrefix + CacheKey.of(tag).digest();
    }

    List<String> tagVersions(Collection<String> tags) {
        return tags.stream().map(this::tagVersion).toList();
    }

    /** {@return the key of the position in the log of invalidations} */
    String position() {
        return positionKey;
    }

    /** {@return the key of a record in the log of invalidations} */
    String invalidation(long position) {
        return invalidationPrefix + position;
    }

    /** {@return the keys that a lookup reads: those of the entry and of the position, then those of the tag versions} */
    List<String> lookup(CacheKey key, List<String> tags) {
        List<String> keys = new ArrayList<>(tags.size() + 2);
        keys.add(entry(key));
        keys.add(positionKey);
        for (String tag : tags) {
            keys.add(tagVersion(tag));
        }
        return keys;
    }
}
