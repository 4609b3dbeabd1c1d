package io.httpcached.processor.report;

import java.util.List;

/**
 * A route that invalidates entries of a cached route, and by what.
 *
 * @param name the route
 * @param tags the tags that the cached route declares
 * @param resultTags the tags that its handler may add while it runs
 * @param paths the paths
 * @param namespace the namespace; empty if it is not invalidated as a whole
 * @param ownPath whether both may be asked for the same path, which an unsafe request invalidates (RFC 9111 §4.4)
 */
record Invalidator(
        RouteName name,
        List<String> tags,
        List<String> resultTags,
        List<String> paths,
        String namespace,
        boolean ownPath) {

    /** {@return whether it invalidates nothing of the cached route after all} */
    boolean isIdle() {
        return tags.isEmpty() && resultTags.isEmpty() && paths.isEmpty() && namespace.isEmpty() && !ownPath;
    }
}
