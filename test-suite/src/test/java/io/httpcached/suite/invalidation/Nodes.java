package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.store.CacheStore;
import java.util.List;

/** Opens the entry stores of the nodes of an application over one backend. */
interface Nodes {

    /**
     * Returns the entry stores of new nodes, which share an empty cache that no other nodes use.
     *
     * @param count the number of nodes
     * @param wiring the connection between the nodes and the backend
     */
    List<EntryStore> open(int count, Wiring wiring);

    /**
     * Ends what nodes do by themselves.
     *
     * @param nodes nodes that this factory opened, which are not used again
     */
    default void end(List<EntryStore> nodes) {}

    /** Connects a node with its backend. The memory store has no such connection and ignores it. */
    @FunctionalInterface
    interface Wiring {

        Wiring DIRECT = (node, backend) -> backend;

        /**
         * Returns the backend as a node sees it.
         *
         * @param node the number of the node, from 0
         * @param backend the backend itself
         */
        CacheStore between(int node, CacheStore backend);
    }
}
