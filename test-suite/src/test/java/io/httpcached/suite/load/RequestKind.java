package io.httpcached.suite.load;

import java.util.Random;

/** The kinds of requests, with their shares of the load. */
enum RequestKind {
    PAGE(40),
    CONDITIONAL(8),
    HEAD(4),
    RANGE(4),
    GZIP(5),
    RELOAD(4),
    LIST(6),
    CHANGE(5),
    ACCOUNT(8),
    BASKET(6),
    SLOW(1),
    FAILING(2),
    FLAKY(2),
    DENIED(3),
    LARGE(1),
    DISCONNECT(2);

    private static final RequestKind[] KINDS = values();
    private static final int SHARES = shares();

    private final int share;

    RequestKind(int share) {
        this.share = share;
    }

    static RequestKind random(Random random) {
        int left = random.nextInt(SHARES);
        for (RequestKind kind : KINDS) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new AssertionError(left);
    }

    private static int shares() {
        int sum = 0;
        for (RequestKind kind : values()) {
            sum += kind.share;
        }
        return sum;
    }
}
