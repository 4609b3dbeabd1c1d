package io.httpcached.engine.near;

import java.util.function.UnaryOperator;

/**
 * The keys of the values by which nodes agree that an invalidation is complete.
 *
 * @param nodes the key of the {@link NodeList}
 * @param latest the key of the number of the latest invalidation
 * @param confirmed returns the key of the number that a node has confirmed
 */
record NearKeys(String nodes, String latest, UnaryOperator<String> confirmed) {

    /** {@return the keys of an application} */
    static NearKeys of(String prefix) {
        return new NearKeys(prefix + "n", prefix + "n:latest", id -> prefix + "n:" + id);
    }
}
