package io.httpcached.server.filter;

import io.httpcached.CacheTags;
import io.httpcached.core.FieldLines;
import io.httpcached.engine.Tags;
import io.httpcached.engine.fields.CacheGroups;
import io.httpcached.server.request.RequestAttributes;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The tags that a handler adds to its response. They are an attribute of the request. */
final class ResultTags implements CacheTags {

    private static final String ATTRIBUTE = "io.httpcached.tags";

    private final Queue<String> added = new ConcurrentLinkedQueue<>();

    /** Returns the tags of a request, which are created on first use. */
    static ResultTags of(HttpRequest<?> request) {
        if (RequestAttributes.get(request, ATTRIBUTE) instanceof ResultTags tags) {
            return tags;
        }
        ResultTags tags = new ResultTags();
        request.setAttribute(ATTRIBUTE, tags);
        return tags;
    }

    @Override
    public void add(Collection<String> tags) {
        for (String tag : tags) {
            if (tag.isBlank()) {
                throw new IllegalArgumentException("A tag must not be blank");
            }
            added.add(Tags.named(tag));
        }
    }

    /**
     * Returns the tags that are known only with the response.
     *
     * @param request the request
     * @param response the header fields of the response
     * @return the tags that the handler added, and the cache groups of the response (RFC 9875 §2)
     */
    static List<String> of(HttpRequest<?> request, FieldLines response) {
        List<String> groups = CacheGroups.of(response);
        if (groups.isEmpty() && !(RequestAttributes.get(request, ATTRIBUTE) instanceof ResultTags)) {
            return List.of();
        }
        List<String> all = new ArrayList<>(of(request).added);
        groups.forEach(group -> all.add(Tags.named(group)));
        return all.stream().distinct().toList();
    }
}
