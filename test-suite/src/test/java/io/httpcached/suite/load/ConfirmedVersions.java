package io.httpcached.suite.load;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The versions that clients may rely on. After a confirmed change (status 200), no node shows an older version. After a change
 * that the backend has not confirmed (status 503), only the node that changed the page promises this, until it has no
 * unconfirmed invalidations any more. Thread-safe.
 */
final class ConfirmedVersions {

    private final AtomicIntegerArray everywhere = new AtomicIntegerArray(PageVersions.PAGES);
    private final AtomicIntegerArray allocated = new AtomicIntegerArray(PageVersions.PAGES);

    /** Returns the version for the next change of a page. */
    int allocate(int page) {
        return allocated.incrementAndGet(page);
    }

    int latest(int page) {
        return allocated.get(page);
    }

    int atLeast(LoadNode.Life node, int page) {
        return Math.max(everywhere.get(page), node.confirmed.get(page));
    }

    void confirm(int page, int version) {
        everywhere.accumulateAndGet(page, version, Math::max);
    }

    void confirmOn(LoadNode.Life node, int page, int version) {
        node.confirmed.accumulateAndGet(page, version, Math::max);
    }

    /** Returns whether the backend has all invalidations of a node; then the other nodes have to show its versions. */
    boolean settle(LoadNode node) {
        int[] before = new int[PageVersions.PAGES];
        LoadNode.Life life = node.life();
        for (int page = 0; page < before.length; page++) {
            before[page] = life.confirmed.get(page);
        }
        if (node.usage(false).of("unconfirmed") != 0) {
            return false;
        }
        for (int page = 0; page < before.length; page++) {
            confirm(page, before[page]);
        }
        return true;
    }
}
