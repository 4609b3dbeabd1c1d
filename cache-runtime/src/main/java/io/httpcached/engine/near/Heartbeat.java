package io.httpcached.engine.near;

import io.httpcached.engine.remote.StoreFailureLog;
import io.httpcached.store.ChangeFeed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Asks a feed again and again to confirm that it has reported everything: ten times in each maximum lag, at least once a second, and
 * once a second while the backend fails. It asks one question at a time. Thread-safe.
 */
final class Heartbeat implements AutoCloseable {

    private static final int BEATS_PER_LAG = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final int MOST_DOUBLINGS = 10;

    private final ChangeFeed feed;
    private final ChangeWatch watch;
    private final Timing timing;
    private final long pauseMillis;
    private int failures;
    private long scheduled;
    private boolean asking;
    private boolean askAgain;
    private boolean closed;

    /**
     * Creates a heartbeat that has not begun.
     *
     * @param feed the feed
     * @param watch learns the confirmations
     * @param maximumLag the time for which a confirmation counts
     * @param timing waits between two questions
     */
    Heartbeat(ChangeFeed feed, ChangeWatch watch, Duration maximumLag, Timing timing) {
        this.feed = feed;
        this.watch = watch;
        this.timing = timing;
        this.pauseMillis = Math.max(1, Math.min(LONGEST_PAUSE_MILLIS, maximumLag.toMillis() / BEATS_PER_LAG));
    }

    /** Asks now, or as soon as the present question is answered. */
    void beatNow() {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (asking) {
                askAgain = true;
                return;
            }
            begin();
        }
        ask();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void beat(long number) {
        synchronized (this) {
            if (closed || asking || number != scheduled) {
                return;
            }
            begin();
        }
        ask();
    }

    /** The pause that ends later belongs to an earlier question. */
    private void begin() {
        asking = true;
        askAgain = false;
        scheduled++;
    }

    private void ask() {
        ChangeWatch.Question question = watch.ask();
        var unused = confirm().whenComplete((done, failure) -> {
            if (failure == null) {
                // A feed that has just begun to watch reports a gap, and confirms the next question.
                question.confirmed();
            } else {
                watch.failed(StoreFailureLog.reason(failure));
            }
            askLater(failure);
        });
    }

    private void askLater(@Nullable Throwable failure) {
        long number;
        long pause;
        synchronized (this) {
            asking = false;
            failures = failure == null ? 0 : Math.min(failures + 1, MOST_DOUBLINGS);
            number = scheduled;
            pause = askAgain && failure == null ? 0 : Math.min(LONGEST_PAUSE_MILLIS, pauseMillis << failures);
        }
        timing.later().accept(() -> beat(number), pause);
    }

    private CompletionStage<Void> confirm() {
        try {
            return feed.confirm();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
