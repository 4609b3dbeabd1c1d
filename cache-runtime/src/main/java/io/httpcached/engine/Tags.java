package io.httpcached.engine;

/** The names under which entries can be evicted: those a route declares, and one that every entry has, its path. */
public final class Tags {

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
     * The tag of entries whose route declares a name.
     *
     * @param name the name with its values filled in
     * @return its tag
     */
    public static String named(String name) {
        return "tag:" + name;
    }
}
