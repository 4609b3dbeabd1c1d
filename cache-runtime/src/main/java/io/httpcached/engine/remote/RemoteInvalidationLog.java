package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The log of the latest invalidations in a backend. Some tags of a response only its handler knows. The log tells whether one
 * of them was invalidated since a position that was read before the handler ran.
 *
 * <p>The position is a number in the backend. Each invalidation first increments it, and then writes its own tags under the
 * number that it received. A record that is missing may be about any tag: its invalidation may still be writing it, or the
 * backend may have lost it. The position begins at a random number, so that one that the backend lost does not return to numbers
 * that are in use. Thread-safe.
 */
final class RemoteInvalidationLog {

    /** The position in a backend that has none, or did not answer. */
    static final long UNKNOWN = 0;

    /** 62 bits of the digest of a tag. */
    private static final int NAME_LENGTH = 11;

    /** Longer than a handler takes whose response has tags that only it knows. */
    private static final Duration RECORD_TTL = Duration.ofMinutes(2);

    /** The maximum number of invalidations between two positions that are read. */
    static final int MAXIMUM_DISTANCE = 1_000;

    /** The maximum number of tags in a record. */
    static final int MAXIMUM_TAGS = 1_000;

    /** The record of an invalidation of more tags; too short for a name. */
    private static final String ANY_TAG = "*";

    /** The record of no invalidation, as long as the name of a tag; some backends store no empty value. */
    private static final String NO_TAG = "-".repeat(NAME_LENGTH);

    /** How often a record is read that its node may still be writing, and the pauses in between. */
    private static final int ATTEMPTS = 5;

    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final int PAUSE_FACTOR = 3;

    /** The least random start. A smaller number was not begun by this class. */
    private static final long FIRST_START = 1L << 40;

    /** Far less than what every backend can count to, and what it can represent as a floating-point number. */
    private static final long LAST_START = 1L << 52;

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);
    private static final CompletionStage<Boolean> TRUE = CompletableFuture.completedFuture(true);
    private static final CompletionStage<Boolean> FALSE = CompletableFuture.completedFuture(false);

    private final CacheStore store;
    private final RemoteKeys keys;
    private final Duration ttl;
    private final RandomGenerator random;

    RemoteInvalidationLog(CacheStore store, RemoteKeys keys, Duration ttl, RandomGenerator random) {
        this.store = store;
        this.keys = keys;
        this.ttl = ttl;
        this.random = random;
    }

    /** {@return the position that the backend returned for {@link RemoteKeys#position()}, or {@link #UNKNOWN}} */
    static long decodePosition(byte @Nullable [] value) {
        if (value == null) {
            return UNKNOWN;
        }
        try {
            long position = Long.parseLong(new String(value, US_ASCII).trim());
            return position < FIRST_START ? UNKNOWN : position;
        } catch (NumberFormatException malformed) {
            return UNKNOWN;
        }
    }

    /** {@return the position, which is created if the backend has none} */
    CompletionStage<Long> createPosition() {
        long start = randomStart();
        if (counts()) {
            // If several nodes do so at once, all but one only increment, and their records leave no gap.
            return store.increment(keys.position(), start, ttl).thenApply(position -> {
                write(position, List.of());
                return position;
            });
        }
        return store.putIfAbsent(keys.position(), Long.toString(start).getBytes(US_ASCII), ttl)
                .thenCompose(put -> put ? CompletableFuture.completedFuture(start) : readPosition());
    }

    /**
     * Appends an invalidation. Complete it before the versions are removed: whoever reads the old position after the versions that
     * exist knows that these have not been removed yet.
     *
     * @param versionKeys the keys of the versions that will be removed
     * @return completes when the position has changed
     */
    CompletionStage<Void> append(Collection<String> versionKeys) {
        if (!counts()) {
            return removePosition();
        }
        // A backend that is full rejects an increment, but no removal.
        return store.increment(keys.position(), randomStart(), ttl)
                .handle((position, failure) -> {
                    if (failure != null || position < FIRST_START) {
                        return removePosition();
                    }
                    write(position, versionKeys);
                    return DONE;
                })
                .thenCompose(appended -> appended);
    }

    /** Without the position, every response whose handler runs at this moment may have been invalidated. */
    private CompletionStage<Void> removePosition() {
        return store.remove(List.of(keys.position()));
    }

    /** Nobody waits for the record: readers that do not find it are on the safe side. */
    private void write(long position, Collection<String> versionKeys) {
        var unused = store.put(keys.invalidation(position), record(versionKeys).getBytes(US_ASCII), RECORD_TTL);
    }

    private static String record(Collection<String> versionKeys) {
        if (versionKeys.isEmpty()) {
            return NO_TAG;
        }
        return versionKeys.size() > MAXIMUM_TAGS
                ? ANY_TAG
                : versionKeys.stream().map(RemoteInvalidationLog::name).collect(Collectors.joining());
    }

    /**
     * Returns whether tags are unchanged since a position.
     *
     * @param since the position
     * @param versionKeys the keys of the tags' versions
     * @return false if one of them was invalidated after the position, or may have been
     */
    CompletionStage<Boolean> isUnchanged(long since, Collection<String> versionKeys) {
        return readPosition().thenCompose(now -> {
            if (since == UNKNOWN || now < since || now - since > MAXIMUM_DISTANCE) {
                return FALSE;
            }
            if (now == since) {
                return TRUE;
            }
            Set<String> names =
                    versionKeys.stream().map(RemoteInvalidationLog::name).collect(Collectors.toSet());
            return haveNone(LongStream.rangeClosed(since + 1, now).boxed().toList(), names, 1);
        });
    }

    private CompletionStage<Boolean> haveNone(List<Long> positions, Set<String> names, int attempt) {
        return store.get(positions.stream().map(keys::invalidation).toList()).thenCompose(records -> {
            List<Long> missing = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                byte[] record = records.get(i);
                if (record == null) {
                    missing.add(positions.get(i));
                } else if (!hasNone(record, names)) {
                    return FALSE;
                }
            }
            if (missing.isEmpty()) {
                return TRUE;
            }
            return attempt == ATTEMPTS
                    ? FALSE
                    : pause(attempt).thenCompose(paused -> haveNone(missing, names, attempt + 1));
        });
    }

    private static CompletionStage<?> pause(int attempt) {
        long millis = FIRST_PAUSE_MILLIS * (long) Math.pow(PAUSE_FACTOR, attempt - 1);
        return new CompletableFuture<Boolean>().completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
    }

    private static boolean hasNone(byte[] record, Set<String> names) {
        for (int i = 0; i < record.length; i += NAME_LENGTH) {
            int length = Math.min(NAME_LENGTH, record.length - i);
            if (length < NAME_LENGTH || names.contains(new String(record, i, length, US_ASCII))) {
                return false;
            }
        }
        return true;
    }

    private CompletionStage<Long> readPosition() {
        return store.get(List.of(keys.position())).thenApply(values -> decodePosition(values.get(0)));
    }

    private boolean counts() {
        return store.capabilities().atomicIncrement();
    }

    private long randomStart() {
        return random.nextLong(FIRST_START, LAST_START);
    }

    /** {@return a part of the digest at the end of the key} Two tags with one name can only keep a response from being stored. */
    private static String name(String versionKey) {
        return versionKey.substring(versionKey.length() - NAME_LENGTH);
    }
}
