package io.httpcached.engine.near;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the latest invalidations that nodes have confirmed, as the backend had them at one moment. Immutable.
 *
 * @param list the list of nodes
 * @param nodes the names of those that are asked
 * @param values the number of each of them in ASCII digits, or null for one that has not confirmed anything for long
 */
record Confirmations(NodeList list, List<String> nodes, List<byte @Nullable []> values) {

    /** More than the invalidations during one wait. A number that is lost begins again at random, far from any other. */
    private static final long DISTANCE = 1_000_000;

    /** {@return whether all nodes have confirmed an invalidation} */
    boolean include(long number) {
        return values.stream().allMatch(value -> {
            long distance = NearNodes.number(value) - number;
            return distance >= 0 && distance < DISTANCE;
        });
    }

    /** {@return the nodes that have not confirmed anything for long} */
    List<String> silent() {
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                silent.add(nodes.get(i));
            }
        }
        return silent;
    }
}
