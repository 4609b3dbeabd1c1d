package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.store.CacheStore;
import java.util.List;

/** Opens what the nodes of an application see of one backend. */
interface Nodes {

    /**
     * {@return the entry stores of some nodes, over a cache that is empty and theirs alone}
     *
     * @param count how many nodes
     * @param wiring what is between them and the backend
     */
    List<EntryStore> open(int count, Wiring wiring);

    /** What is between a node and the backend. A cache in the heap of the process has nothing there. */
    @FunctionalInterface
    interface Wiring {

        Wiring DIRECT = (node, backend) -> backend;

        /**
         * {@return the backend as a node sees it}
         *
         * @param node the number of the node, from 0
         * @param backend the backend as it is
         */
        CacheStore between(int node, CacheStore backend);
    }
}
