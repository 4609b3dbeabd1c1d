package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records the values of a request that a key generator reads. Not thread-safe. */
@Internal
public final class KeyInputs {

    private final Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> fieldsInPart = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> cookies = new TreeSet<>();
    private final Set<String> parameters = new TreeSet<>();
    private final Set<String> absentAttributes = new TreeSet<>();
    private boolean allParameters;
    private IgnoredParameters ignored = IgnoredParameters.NONE;
    private boolean requestUri;
    private boolean path;
    private boolean language;
    private @Nullable String mediaType;
    private @Nullable String query;
    private @Nullable Locale locale;

    void addField(String name) {
        fields.add(name);
        fieldsInPart.remove(name);
    }

    void addFieldInPart(String name) {
        if (fields.add(name)) {
            fieldsInPart.add(name);
        }
    }

    void addCookie(String name) {
        cookies.add(name);
    }

    void addParameter(String name) {
        parameters.add(name);
    }

    void addAbsentAttribute(String name) {
        absentAttributes.add(name);
    }

    void addAllParameters(IgnoredParameters except) {
        allParameters = true;
        ignored = except;
    }

    void addRequestUri(@Nullable String read, IgnoredParameters except) {
        addAllParameters(except);
        requestUri = true;
        query = read;
    }

    void addPath() {
        path = true;
    }

    void setMediaType(String chosen) {
        mediaType = chosen;
    }

    void setLocale(@Nullable Locale read) {
        language = true;
        locale = read;
    }

    /**
     * {@return whether a header field was read}
     *
     * @param name its name
     */
    public boolean hasField(String name) {
        return fields.contains(name);
    }

    /**
     * {@return whether the key has a header field, and not only what the server selects by it, such as a media type}
     *
     * @param name its name
     */
    public boolean hasWholeField(String name) {
        return fields.contains(name) && !fieldsInPart.contains(name);
    }

    /**
     * {@return whether a cookie was read}
     *
     * @param name its name
     */
    public boolean hasCookie(String name) {
        return cookies.contains(name) || fields.contains("Cookie");
    }

    /** {@return whether the URI was read as the client sent it, except for ignored parameters} */
    public boolean hasRequestUri() {
        return requestUri;
    }

    /** {@return whether the path was read as the client spelled it} */
    public boolean hasPath() {
        return path || requestUri;
    }

    /** {@return the media type that the server selects by {@code Accept}; null if the key lacks it} */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** {@return whether the language was read} */
    public boolean hasLocale() {
        return language;
    }

    /** {@return whether all query parameters were read} */
    public boolean hasAllParameters() {
        return allParameters;
    }

    /** {@return the query of such a URI without the ignored parameters, or null if it has none} */
    public @Nullable String query() {
        return query;
    }

    /**
     * {@return whether a query parameter was read}
     *
     * @param name its name
     */
    public boolean hasParameter(String name) {
        return (allParameters && !ignored.contains(name)) || parameters.contains(name);
    }

    /**
     * {@return whether the application says that a query parameter, which is not in the key, selects no response}
     *
     * @param name its name
     */
    public boolean isIgnoredParameter(String name) {
        return allParameters && ignored.contains(name);
    }

    /**
     * {@return whether no request with a request attribute has the key}
     *
     * @param name the name of the attribute
     */
    public boolean requiresAbsence(String name) {
        return absentAttributes.contains(name);
    }

    /** {@return the language that was read, from any source; null if none was read} */
    public @Nullable Locale locale() {
        return locale;
    }
}
