package io.httpcached.benchmark.broadcast;

import java.util.Locale;

/** A way in which nodes hear of invalidations. */
enum Way {
    /** Each node subscribes to one channel, and an invalidation is a message on it. */
    PUB_SUB {
        @Override
        String[] listen() {
            return new String[] {"SUBSCRIBE", CHANNEL};
        }

        @Override
        String[] invalidate(String key) {
            return new String[] {"PUBLISH", CHANNEL, key};
        }
    },

    /** Redis informs each node of every change of a key with a prefix ({@code CLIENT TRACKING ON BCAST}). */
    PREFIX_TRACKING {
        @Override
        String[] listen() {
            return new String[] {"CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", PREFIX};
        }

        @Override
        String[] invalidate(String key) {
            return new String[] {"UNLINK", key};
        }
    },

    /** Redis informs those nodes of a change that have read the key ({@code CLIENT TRACKING ON}). */
    KEY_TRACKING {
        @Override
        String[] listen() {
            return new String[] {"CLIENT", "TRACKING", "ON"};
        }

        @Override
        String[] invalidate(String key) {
            return new String[] {"UNLINK", key};
        }
    };

    private static final String CHANNEL = "invalidations";
    private static final String PREFIX = "v:";

    /** Returns the command with which a node begins to listen. */
    abstract String[] listen();

    /** Returns the command that invalidates a key. */
    abstract String[] invalidate(String key);

    /** Returns the key of a number. Its digits have a fixed length, so that a node recognizes them in any message. */
    static String key(int number) {
        return String.format(Locale.ROOT, "%s%c%019d", PREFIX, Subscribers.BEGIN, number);
    }
}
