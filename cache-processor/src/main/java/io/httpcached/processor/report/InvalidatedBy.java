package io.httpcached.processor.report;

import java.util.List;

/**
 * A route that may invalidate entries of a cached route, with the tags, paths and namespace that match.
 *
 * @param name the invalidating route
 * @param tags the invalidated tags that the cached route declares
 * @param resultTags the invalidated tags that the handler of the cached route may add while it runs
 * @param paths the invalidated paths
 * @param namespace the invalidated namespace; empty if there is none
 * @param ownPath whether a request of the invalidating route may have the same path, which an unsafe request invalidates (RFC
 *     9111 §4.4)
 */
record InvalidatedBy(
        RouteName name,
        List<String> tags,
        List<String> resultTags,
        List<String> paths,
        String namespace,
        boolean ownPath) {

    /** {@return whether it invalidates no entry of the cached route} */
    boolean isEmpty() {
        return tags.isEmpty() && resultTags.isEmpty() && paths.isEmpty() && namespace.isEmpty() && !ownPath;
    }
}
