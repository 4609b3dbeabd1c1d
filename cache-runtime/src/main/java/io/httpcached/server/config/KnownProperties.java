package io.httpcached.server.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of all properties under {@code http-cache}, with {@code *} for a name that the application chooses. */
final class KnownProperties {

    /** The prefixes after which the application chooses a name. */
    private static final List<String> NAMED =
            List.of(HttpCacheConfiguration.PREFIX + ".policies.", FunctionCacheConfiguration.PREFIX + '.');

    /** The beginning of the members of a map there, which {@link WarmedRequest} checks. */
    private static final String WARMED_REQUEST = WarmingConfiguration.PROPERTY + '[';

    private static final String ANY_NAME = "<name>";

    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

    /** The properties of the configuration metadata, which the compiler writes; a native executable does not contain it. */
    static final List<String> NAMES = List.of(
            "http-cache.backend",
            "http-cache.backend-timeout",
            "http-cache.cache-name",
            "http-cache.cache-status",
            "http-cache.cache-status-key",
            "http-cache.cacheable-statuses",
            "http-cache.caches.*.backend",
            "http-cache.caches.*.jitter",
            "http-cache.caches.*.tags",
            "http-cache.caches.*.ttl",
            "http-cache.circuit-breaker.failures",
            "http-cache.circuit-breaker.retry-after",
            "http-cache.client-ttl",
            "http-cache.codec",
            "http-cache.collapse-timeout",
            "http-cache.default-ttl",
            "http-cache.dynamodb.create-table",
            "http-cache.dynamodb.request-timeout",
            "http-cache.dynamodb.table",
            "http-cache.enabled",
            "http-cache.filter-order",
            "http-cache.heuristic-freshness",
            "http-cache.ignored-parameters",
            "http-cache.invalidation.after-commit",
            "http-cache.invalidation.enabled",
            "http-cache.invalidation.on-failure",
            "http-cache.isolate-handlers",
            "http-cache.jitter",
            "http-cache.keep-stale",
            "http-cache.key-prefix",
            "http-cache.lease.duration",
            "http-cache.lease.enabled",
            "http-cache.max-body-size",
            "http-cache.max-pending-writes",
            "http-cache.max-request-body-size",
            "http-cache.max-tags",
            "http-cache.memcached.maximum-item-size",
            "http-cache.memcached.request-timeout",
            "http-cache.memcached.servers",
            "http-cache.memory.broadcast",
            "http-cache.memory.maximum-lag",
            "http-cache.memory.maximum-size",
            "http-cache.namespace",
            "http-cache.near.enabled",
            "http-cache.near.maximum-lag",
            "http-cache.near.maximum-size",
            "http-cache.near.strict",
            "http-cache.near.ttl",
            "http-cache.policies.*.backend",
            "http-cache.policies.*.client-ttl",
            "http-cache.policies.*.codec",
            "http-cache.policies.*.ignored-parameters",
            "http-cache.policies.*.jitter",
            "http-cache.policies.*.namespace",
            "http-cache.policies.*.near",
            "http-cache.policies.*.refresh-ahead",
            "http-cache.policies.*.request-directives",
            "http-cache.policies.*.stale-after",
            "http-cache.policies.*.stale-if-error",
            "http-cache.policies.*.stale-while-revalidate",
            "http-cache.policies.*.statuses",
            "http-cache.policies.*.ttl",
            "http-cache.policies.*.unkeyed-reads",
            "http-cache.reads.count-iteration",
            "http-cache.reads.ignored-attributes",
            "http-cache.reads.ignored-fields",
            "http-cache.reads.maximum-names",
            "http-cache.reads.maximum-values",
            "http-cache.redis.command-timeout",
            "http-cache.redis.connect-timeout",
            "http-cache.redis.durable",
            "http-cache.redis.read-from",
            "http-cache.redis.server",
            "http-cache.redis.wait-replicas",
            "http-cache.redis.wait-timeout",
            "http-cache.refresh-ahead",
            "http-cache.refresh.max-concurrent",
            "http-cache.refresh.skipped-filters",
            "http-cache.request-directives",
            "http-cache.stale-after",
            "http-cache.status-header",
            "http-cache.tag-version-ttl",
            "http-cache.targeted-fields",
            "http-cache.unkeyed-reads",
            "http-cache.version",
            "http-cache.warm",
            "http-cache.warming.max-concurrent",
            "http-cache.warming.timeout");

    private KnownProperties() {}

    /**
     * Returns whether a property is known.
     *
     * @param property a name in lower case with hyphens, possibly with the index of a list element
     * @return true if the cache reads it
     */
    static boolean contains(String property) {
        return NAMES.contains(template(property)) || property.startsWith(WARMED_REQUEST);
    }

    /**
     * Returns whether properties are known that begin with a name.
     *
     * @param prefix the name, without a dot at its end
     * @return true if there are any
     */
    static boolean haveIn(String prefix) {
        return NAMES.stream().anyMatch(known -> known.startsWith(prefix + '.'));
    }

    /**
     * Returns whether an environment variable sets a known property.
     *
     * @param variable the name of the variable
     * @return true if the cache reads it
     */
    static boolean containsVariable(String variable) {
        return NAMES.stream().anyMatch(known -> {
            String name = variable(known);
            int chosen = name.indexOf('*');
            return chosen < 0
                    ? variable.equals(name)
                    : variable.length() >= name.length()
                            && variable.startsWith(name.substring(0, chosen))
                            && variable.endsWith(name.substring(chosen + 1));
        });
    }

    /**
     * Returns the known property that is the most similar to an unknown one.
     *
     * @param property the name of an unknown property
     * @return the name of the known one
     */
    static String nearest(String property) {
        return nearest(template(property), NAMES).replace("*", chosenName(property));
    }

    /**
     * Returns the variable of a known property that is the most similar to another variable.
     *
     * @param variable the name of a variable that sets no known property
     * @return the name of the known one
     */
    static String nearestVariable(String variable) {
        return nearest(variable, NAMES.stream().map(KnownProperties::variable).toList())
                .replace("*", "<NAME>");
    }

    /**
     * Returns the environment variable that sets a property.
     *
     * @param property the name of a property, or its beginning
     * @return the name of the variable, or its beginning
     */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String nearest(String unknown, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> editDistance(unknown, each)))
                .orElseThrow();
    }

    private static String template(String property) {
        String plain = INDEX.matcher(property).replaceAll("");
        String prefix = prefix(plain);
        String name = chosenName(plain);
        return name.equals(ANY_NAME) ? plain : prefix + '*' + plain.substring(prefix.length() + name.length());
    }

    private static String chosenName(String property) {
        String prefix = prefix(property);
        int end = prefix.isEmpty() ? -1 : property.indexOf('.', prefix.length());
        return end < 0 ? ANY_NAME : property.substring(prefix.length(), end);
    }

    private static String prefix(String property) {
        return NAMED.stream().filter(property::startsWith).findFirst().orElse("");
    }

    /** The Levenshtein distance: the number of characters to insert, delete or replace. */
    private static int editDistance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
