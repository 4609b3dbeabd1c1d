package io.httpcached.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names under which entries can be invalidated: those a route declares, and those that every entry has. */
public final class Tags {

    /** The tag of all entries. */
    public static final String ALL = "all:";

    private Tags() {}

    /**
     * The tag of all entries of a path, whatever their query and variant.
     *
     * @param path the decoded path of a request
     * @return its tag
     */
    public static String path(String path) {
        boolean slash = path.length() > 1 && path.charAt(path.length() - 1) == '/';
        return "path:" + (slash ? path.substring(0, path.length() - 1) : path);
    }

    /**
     * The tag of all entries of a namespace.
     *
     * @param namespace the namespace
     * @return its tag
     */
    public static String namespace(String namespace) {
        return "namespace:" + namespace;
    }

    /**
     * The tag of entries whose route declares a name.
     *
     * @param name the name with its values filled in
     * @return its tag
     */
    public static String named(String name) {
        return "tag:" + name;
    }

    /** {@return the tags of two lists, each once} */
    static List<String> union(List<String> tags, Collection<String> more) {
        if (more.isEmpty()) {
            return tags;
        }
        Set<String> all = new LinkedHashSet<>(tags);
        all.addAll(more);
        return all.size() == tags.size() ? tags : List.copyOf(all);
    }
}
