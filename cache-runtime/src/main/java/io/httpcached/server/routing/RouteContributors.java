package io.httpcached.server.routing;

import io.httpcached.annotation.KeyContribution;
import io.httpcached.core.CachePolicy;
import io.httpcached.server.reads.AttributeReads;
import io.httpcached.server.request.ObservedRequest;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key contributors of a route: those for all routes, then those that its annotation names. Thread-safe. */
final class RouteContributors {

    private final List<NamedContributor> contributors;
    private volatile @Nullable Varying latest;

    /**
     * The policy of the route for requests with certain names for {@code Vary}, which are most often those of the request before.
     *
     * @param names the names
     * @param policy the policy
     */
    private record Varying(List<String> names, CachePolicy policy) {}

    RouteContributors(List<NamedContributor> contributors) {
        this.contributors = List.copyOf(contributors);
    }

    /** {@return the names of the contributors, in the order of their parts} */
    List<String> names() {
        return contributors.stream().map(NamedContributor::name).toList();
    }

    /**
     * Asks each contributor once.
     *
     * @param request the request
     * @param policy the policy of the route
     * @return the contributions to the key of the request
     */
    Contributions contribute(HttpRequest<?> request, CachePolicy policy) {
        AttributeReads attributes = new AttributeReads(new HashSet<>());
        HttpRequest<?> observed = ObservedRequest.of(request, attributes);
        List<KeyContribution> all = new ArrayList<>(contributors.size());
        List<String> varyNames = List.of();
        String notCacheableReason = null;
        for (NamedContributor contributor : contributors) {
            KeyContribution contribution = contributor.contribute(observed);
            all.add(contribution);
            varyNames = union(varyNames, contribution.varyNames());
            notCacheableReason = notCacheableReason == null ? contribution.notCacheableReason() : notCacheableReason;
        }
        return new Contributions(
                contributors, all, policy(policy, varyNames), notCacheableReason, Set.copyOf(attributes.names()));
    }

    private static List<String> union(List<String> names, List<String> added) {
        if (names.isEmpty() || added.isEmpty()) {
            return names.isEmpty() ? added : names;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(added);
        return all;
    }

    private CachePolicy policy(CachePolicy policy, List<String> names) {
        if (names.isEmpty()) {
            return policy;
        }
        Varying known = latest;
        if (known == null || !known.names().equals(names)) {
            known = new Varying(names, policy.plusVary(names));
            latest = known;
        }
        return known.policy();
    }
}
