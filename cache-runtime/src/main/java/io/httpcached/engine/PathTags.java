package io.httpcached.engine;

import java.util.Collection;
import java.util.List;

/** Finds the tags of the entries of a path, which may be spelled in several ways. */
@FunctionalInterface
public interface PathTags {

    /** The tags of paths that have one spelling. */
    PathTags LITERAL = path -> List.of(Tags.path(path));

    /**
     * Returns the tags of the entries of a path.
     *
     * @param path the decoded path of a request
     * @return the tags
     */
    Collection<String> of(String path);
}
