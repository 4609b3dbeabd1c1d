package io.httpcached.server.config;

import io.httpcached.store.support.InvalidProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings of the observation of reads: the parts of a request that do not count when code behind the cache reads them, and the
 * limits of what a route can learn.
 */
@Context
@ConfigurationProperties(ReadsConfiguration.PREFIX)
public class ReadsConfiguration {

    /** The prefix of the settings. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".reads";

    /**
     * The header fields that never count: tracing, content codings, conditions and ranges, cache directives, and the framing of
     * messages. A name that ends with {@code *} stands for all names that begin with the text before it.
     */
    public static final List<String> DEFAULT_IGNORED_FIELDS = List.of(
            // Tracing and correlation
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            "X-B3-*",
            "uber-trace-id",
            "X-Request-Id",
            "X-Correlation-Id",
            "X-Amzn-Trace-Id",
            "X-Cloud-Trace-Context",
            // Content codings, which the server negotiates
            "Accept-Encoding",
            "TE",
            // Conditions and ranges, which the cache evaluates
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "If-Range",
            "Range",
            // Cache directives
            "Cache-Control",
            "Pragma",
            // Connections and messages
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Transfer-Encoding",
            "Upgrade",
            "Expect",
            "Content-Length",
            "Content-Type",
            "Date",
            "Max-Forwards",
            "Via");

    /** The request attributes that never count: those of the framework and of the cache. */
    private static final NamePatterns FRAMEWORK =
            NamePatterns.of(Set.of("micronaut.*", "io.micronaut.*", "io.httpcached*"));

    /** The attributes of the framework in which filters outside the cache leave what responses may depend on. */
    private static final Set<String> COUNTED = Set.of(
            "micronaut.SESSION", "micronaut.AUTHENTICATION", "micronaut.TOKEN", "io.micronaut.http.SCOPED_BEANS");

    private static final int DEFAULT_MAXIMUM_NAMES = 16;
    private static final int DEFAULT_MAXIMUM_VALUES = 256;

    private List<String> ignoredFields = List.of();
    private List<String> ignoredAttributes = List.of();
    private NamePatterns fields = fields(List.of());
    private NamePatterns attributes = NamePatterns.of(List.of());
    private boolean countIteration;
    private int maximumNames = DEFAULT_MAXIMUM_NAMES;
    private int maximumValues = DEFAULT_MAXIMUM_VALUES;

    /** {@return the configured header fields that do not count, in addition to the default ones} */
    public List<String> getIgnoredFields() {
        return ignoredFields;
    }

    /**
     * Further header fields that code behind the cache may read although they are not in the key, because no response depends on
     * them, such as X-Amz-Cf-Id. A name that ends with * stands for all names that begin with the text before it. Fields of
     * tracing, content codings, conditions, ranges, cache directives and connections never count. Default value: none.
     *
     * @param ignoredFields field names
     */
    public void setIgnoredFields(List<String> ignoredFields) {
        for (String name : ignoredFields) {
            PropertyValues.token(property("ignored-fields"), name);
            requirePattern("ignored-fields", "header field names such as X-Amz-Cf-Id or X-Amz-*", name);
        }
        this.ignoredFields = List.copyOf(ignoredFields);
        this.fields = fields(ignoredFields);
    }

    /** {@return the configured request attributes that do not count, in addition to those of the framework} */
    public List<String> getIgnoredAttributes() {
        return ignoredAttributes;
    }

    /**
     * Further request attributes that code behind the cache may read, because no response depends on them, such as those of a
     * filter that measures requests. A name that ends with * stands for all names that begin with the text before it. Attributes
     * of Micronaut never count, except the session, the principal, its token and request-scoped beans. Default value: none.
     *
     * @param ignoredAttributes attribute names
     */
    public void setIgnoredAttributes(List<String> ignoredAttributes) {
        ignoredAttributes.forEach(name -> requirePattern(
                "ignored-attributes", "names of request attributes such as startTime or metrics.*", name));
        this.ignoredAttributes = List.copyOf(ignoredAttributes);
        this.attributes = NamePatterns.of(ignoredAttributes);
    }

    /** {@return whether code that iterates over all header fields has read all of them} */
    public boolean isCountIteration() {
        return countIteration;
    }

    /**
     * Whether code behind the cache that iterates over all header fields has read all of them, so that the response is not stored.
     * If not, as for filters that log requests, it has read none. Default value: false.
     *
     * @param countIteration {@code true} to count an iteration as a read of every header field
     */
    public void setCountIteration(String countIteration) {
        this.countIteration = SwitchProperty.parse(property("count-iteration"), countIteration);
    }

    /** {@return the maximum number of parts of a request that select the responses of a route without being in its key} */
    public int getMaximumNames() {
        return maximumNames;
    }

    /**
     * The maximum number of parts of a request that can select the responses of a route because code behind the cache has read
     * them. The responses of a route with more are not stored. Default value: 16.
     *
     * @param maximumNames a number, at least 1
     */
    public void setMaximumNames(String maximumNames) {
        this.maximumNames = PropertyValues.integer(property("maximum-names"), maximumNames, 1);
    }

    /** {@return the maximum number of values of one part of a request that selects the responses of a route} */
    public int getMaximumValues() {
        return maximumValues;
    }

    /**
     * The maximum number of values of a part of a request that selects the responses of a route because code behind the cache has
     * read it. With more values, as those of a request id, the responses of the route are not stored. Default value: 256.
     *
     * @param maximumValues a number, at least 1
     */
    public void setMaximumValues(String maximumValues) {
        this.maximumValues = PropertyValues.integer(property("maximum-values"), maximumValues, 1);
    }

    /**
     * Returns whether a read of a header field does not count.
     *
     * @param lowerCaseName the name of the field in lower case
     * @return true for the default fields and the configured ones
     */
    public boolean isIgnoredField(String lowerCaseName) {
        return fields.contains(lowerCaseName);
    }

    /**
     * Returns whether a read of a request attribute does not count.
     *
     * @param name the name of the attribute
     * @return true for the configured attributes, and for those of the framework except the session, the principal, its token and
     *     request-scoped beans
     */
    public boolean isIgnoredAttribute(String name) {
        return (FRAMEWORK.contains(name) && !COUNTED.contains(name)) || attributes.contains(name);
    }

    private static NamePatterns fields(List<String> configured) {
        return NamePatterns.of(Stream.concat(DEFAULT_IGNORED_FIELDS.stream(), configured.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    private static void requirePattern(String property, String allowed, String name) {
        if (!NamePatterns.isValid(name)) {
            throw InvalidProperty.of(property(property), allowed, name);
        }
    }

    private static String property(String name) {
        return PREFIX + '.' + name;
    }
}
