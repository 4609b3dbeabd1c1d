package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.request.ReadObserver;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records what one run of a handler reads beside the key of its request, until the run ends. Thread-safe. */
public final class RequestReads implements ReadObserver {

    private final RouteReads route;
    private final CountedReads counted;

    // Guarded by this. Most handlers read nothing but what is in the key, so the collections are made on first use.
    private Map<RequestPart, String> parts = Map.of();
    private Map<String, String> properties = Map.of();
    private Map<String, Optional<Object>> changedAttributes = Map.of();
    private Set<String> vary = Set.of();
    private @Nullable String userReader;
    private boolean ended;

    RequestReads(RouteReads route, CountedReads counted) {
        this.route = route;
        this.counted = counted;
    }

    @Override
    public void read(RequestPart part) {
        if (!counted.counts(part)) {
            return;
        }
        if (part.equals(RouteReads.CREDENTIALS) && !route.isPerUser()) {
            readUser();
        } else {
            add(part.kind() == RequestPart.Kind.FIELD ? RequestPart.lines(part.name()) : part);
        }
    }

    /**
     * Returns whether a part was read that the key does not contain.
     *
     * @param part the part
     * @return whether it was read so far
     */
    public synchronized boolean contains(RequestPart part) {
        return parts.containsKey(part);
    }

    private synchronized void add(RequestPart part) {
        if (!ended && !parts.containsKey(part)) {
            parts = parts.isEmpty() ? new LinkedHashMap<>() : parts;
            parts.put(part, route.isLearned(part) ? "" : Reader.find());
        }
    }

    @Override
    public void readAllFields() {
        if (counted.countsAllFields()) {
            readProperty("all header fields");
        }
    }

    @Override
    public void readAllParameters() {
        if (counted.countsAllParameters()) {
            read(RequestPart.of(RequestPart.Kind.QUERY));
        }
    }

    @Override
    public void readAttribute(String name, @Nullable Object value) {
        if (ReadNames.isOfServer(name)) {
            return;
        }
        if (ReadNames.isSession(name)) {
            readProperty("the session");
        } else if (ReadNames.isUser(name)) {
            readUser();
        } else if (counted.countsAttribute(name) && !isChanged(name)) {
            count(name, value);
        }
    }

    private void count(String attribute, @Nullable Object value) {
        if (ReadNames.isRequestScope(attribute)) {
            readScopedBeans(value);
        } else {
            add(attribute, value);
        }
    }

    /** Beans that code behind the cache makes are in an attribute that this code sets. */
    private void readScopedBeans(@Nullable Object beans) {
        if (beans instanceof Map<?, ?> made && !made.isEmpty()) {
            readProperty("a request-scoped bean that a filter outside the cache may have filled");
        }
    }

    private void add(String attribute, @Nullable Object value) {
        if (AttributeText.of(value) == null) {
            readProperty("the request attribute " + attribute);
        } else {
            add(new RequestPart(RequestPart.Kind.ATTRIBUTE, attribute));
        }
    }

    @Override
    public void changeAttribute(String name, @Nullable Object value) {
        if (ReadNames.isSession(name)) {
            readProperty("the session");
        } else if (counted.countsAttribute(name)) {
            rememberAttribute(name, value);
        }
    }

    private synchronized void rememberAttribute(String name, @Nullable Object value) {
        changedAttributes = changedAttributes.isEmpty() ? new HashMap<>() : changedAttributes;
        changedAttributes.putIfAbsent(name, Optional.ofNullable(value));
    }

    private synchronized boolean isChanged(String name) {
        return changedAttributes.containsKey(name);
    }

    /**
     * Returns the value that filters outside the cache gave an attribute.
     *
     * @param name the name of the attribute
     * @param current its value now
     * @return the value, or null
     */
    public synchronized @Nullable Object originalAttribute(String name, @Nullable Object current) {
        Optional<Object> original = changedAttributes.get(name);
        return original == null ? current : original.orElse(null);
    }

    @Override
    public void readUser() {
        if (!route.isPerUser()) {
            recordUser();
        }
    }

    private synchronized void recordUser() {
        if (!ended && userReader == null) {
            userReader = route.isPublic() ? Reader.find() : "";
        }
    }

    @Override
    public synchronized void readProperty(String property) {
        if (!ended && !properties.containsKey(property)) {
            properties = properties.isEmpty() ? new LinkedHashMap<>() : properties;
            properties.put(property, Reader.find());
        }
    }

    /** Records that a resolver of the application determined a part, and from what. */
    synchronized void resolved(RequestPart part, Set<String> sources) {
        if (ended) {
            return;
        }
        vary = vary.isEmpty() ? new TreeSet<>(String.CASE_INSENSITIVE_ORDER) : vary;
        vary.addAll(sources);
        read(part);
    }

    /** Returns what was read. Nothing counts that is read later, by filters outside the cache. */
    synchronized Summary end() {
        ended = true;
        return new Summary(parts, properties, vary, userReader);
    }

    /**
     * What a run read.
     *
     * @param parts the parts, each with the class that read it, or an empty text if the route has learned the part before
     * @param properties the properties of the client, each with the class that read it
     * @param vary the names for {@code Vary} that resolvers of the application add
     * @param userReader the class that read the user, or null
     */
    record Summary(
            Map<RequestPart, String> parts,
            Map<String, String> properties,
            Set<String> vary,
            @Nullable String userReader) {

        boolean isEmpty() {
            return parts.isEmpty() && properties.isEmpty() && userReader == null;
        }
    }
}
