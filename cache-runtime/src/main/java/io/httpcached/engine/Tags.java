package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Creates the tags that entries are invalidated by: those that a route declares, and those that every entry has. */
public final class Tags {

    /** The tag of all entries. */
    public static final String ALL = "all:";

    private static final String ROOT = "path:/";

    private Tags() {}

    /**
     * Returns the tag of all entries of a path, whatever their query and variant.
     *
     * @param path the decoded path of a request
     * @return the tag
     */
    public static String path(String path) {
        if (path.isEmpty()) {
            return ROOT; // RFC 9110 §4.2.3
        }
        boolean slash = path.length() > 1 && path.charAt(path.length() - 1) == '/';
        return "path:" + (slash ? path.substring(0, path.length() - 1) : path);
    }

    /**
     * Returns the tag of all entries of a namespace.
     *
     * @param namespace the namespace
     * @return the tag
     */
    public static String namespace(String namespace) {
        return "namespace:" + namespace;
    }

    /**
     * Returns the tag of all entries of a route.
     *
     * @param route the name of the route, equal on all nodes
     * @return the tag
     */
    public static String route(String route) {
        return "route:" + route;
    }

    /**
     * Returns the tag of entries whose route declares a tag.
     *
     * @param name the declared tag with its values filled in
     * @return the tag
     */
    public static String named(String name) {
        return "tag:" + name;
    }

    /**
     * Returns the tag of all results in a cache for functions.
     *
     * @param name the name of the cache
     * @return the tag
     */
    public static String cache(String name) {
        return "cache:" + name;
    }

    /**
     * Returns the tag of one key of a cache for functions, by which its result is invalidated even while it is being computed.
     *
     * @param key the key
     * @return the tag
     */
    public static String key(CacheKey key) {
        return "key:" + key.digest();
    }

    /** {@return the tags of two collections, each once} */
    static List<String> union(List<String> tags, Collection<String> more) {
        if (more.isEmpty()) {
            return tags;
        }
        Set<String> all = new LinkedHashSet<>(tags);
        all.addAll(more);
        return all.size() == tags.size() ? tags : List.copyOf(all);
    }
}
