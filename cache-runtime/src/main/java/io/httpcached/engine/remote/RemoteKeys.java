package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The names of things in a backend: digests, which fit every backend, are never what a client wrote and tell nobody what
 * it asked for.
 */
final class RemoteKeys {

    private final String entryPrefix;
    private final String generationPrefix;
    private final String leasePrefix;

    RemoteKeys(String prefix) {
        this.entryPrefix = prefix + "e:";
        this.generationPrefix = prefix + "g:";
        this.leasePrefix = prefix + "l:";
    }

    String entry(CacheKey key) {
        return entryPrefix + key.digest();
    }

    /** {@return the lease on the entry's handler at a moment, which is another one after each invalidation} */
    String lease(CacheKey key, List<String> tags, TagVersions moment) {
        return leasePrefix + CacheKey.of(moment.text(tags) + key.canonical()).digest();
    }

    String tagVersion(String tag) {
        return generationPrefix + CacheKey.of(tag).digest();
    }

    List<String> tagVersions(Collection<String> tags) {
        return tags.stream().map(this::tagVersion).toList();
    }

    /** {@return what a look-up asks for: the entry first, then the tag versions} */
    List<String> lookup(CacheKey key, List<String> tags) {
        List<String> keys = new ArrayList<>(tags.size() + 1);
        keys.add(entry(key));
        for (String tag : tags) {
            keys.add(tagVersion(tag));
        }
        return keys;
    }
}
