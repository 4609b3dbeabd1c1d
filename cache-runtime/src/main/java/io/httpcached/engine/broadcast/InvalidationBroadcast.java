package io.httpcached.engine.broadcast;

import io.httpcached.engine.Deadline;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Tags;
import io.httpcached.engine.remote.GuardedStore;
import io.httpcached.store.BroadcastChannel;
import io.httpcached.store.BroadcastChannel.Subscription;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges invalidations with the other nodes. It listens to them, reads the position of the topic several times within the
 * maximum lag, and subscribes again if the subscription ends or a message does not arrive. An invalidation that the channel
 * does not confirm is repeated until it does. Thread-safe; no method blocks.
 */
final class InvalidationBroadcast implements AutoCloseable {

    /** The number of questions within the maximum lag, so that a late answer does no harm. */
    private static final int QUESTIONS_PER_LAG = 4;

    private final BroadcastChannel channel;
    private final String topic;
    private final BroadcastSettings settings;
    private final BiConsumer<Collection<String>, InvalidationMode> invalidate;
    private final Moment.Source clock;
    private final Executor executor;
    private final GuardedStore guard;
    private final BroadcastLog log;
    private final long lagNanos;
    private final long sender = new SecureRandom().nextLong();
    private final UnconfirmedTags unconfirmed = new UnconfirmedTags();
    private final BroadcastCounters counters = new BroadcastCounters();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Heard heard;
    private volatile boolean closed;

    /** A confirmed subscription and what arrived through it. */
    private record Heard(Reception reception, Subscription subscription) {}

    /**
     * Creates a broadcast that does not listen yet.
     *
     * @param channel the channel, which is closed with this instance
     * @param settings the settings
     * @param invalidate carries out an invalidation on this node
     * @param clock the clocks of this node
     * @param executor subscribes again when the connection breaks
     */
    InvalidationBroadcast(
            BroadcastChannel channel,
            BroadcastSettings settings,
            BiConsumer<Collection<String>, InvalidationMode> invalidate,
            Moment.Source clock,
            Executor executor) {
        this.channel = channel;
        this.topic = settings.topic();
        this.settings = settings;
        this.invalidate = invalidate;
        this.clock = clock;
        this.executor = executor;
        this.lagNanos = settings.maximumLag().toNanos();
        String name = settings.channel() + " (http-cache.memory.broadcast)";
        this.guard = new GuardedStore(name, settings.remote(), clock.nanoTime());
        this.log = new BroadcastLog(settings.channel(), clock.nanoTime());
    }

    /** Begins to listen, if it has not yet. Returns at once. */
    void start() {
        if (!started.get() && started.compareAndSet(false, true)) {
            listen();
            schedule();
        }
    }

    /** {@return whether everything is known but what was published within the maximum lag} */
    boolean isLive() {
        Heard current = heard;
        if (current == null) {
            start();
            return false;
        }
        return current.reception.isProven(lagNanos);
    }

    /**
     * Tells the other nodes of an invalidation that this node has carried out.
     *
     * @return completes when the channel has confirmed it; fails if it does not, and then it is repeated
     */
    CompletionStage<Void> publish(Collection<String> tags, InvalidationMode mode) {
        start();
        return send(tags, mode).whenComplete((sent, failure) -> {
            if (failure != null) {
                unconfirmed.add(tags, mode);
                guard.log().invalidationsUnconfirmed(unconfirmed.size());
                if (closed) {
                    log.lost(unconfirmed.size());
                }
            }
        });
    }

    BroadcastStatistics statistics() {
        return new BroadcastStatistics(
                settings.channel(),
                isLive(),
                guard.lastFailure(),
                counters.received().sum(),
                counters.drops().sum(),
                counters.malformed().sum(),
                unconfirmed.size());
    }

    @Override
    public void close() {
        closed = true;
        if (unconfirmed.size() > 0) {
            log.lost(unconfirmed.size());
        }
        end(heard);
        channel.close();
    }

    private CompletionStage<Void> send(Collection<String> tags, InvalidationMode mode) {
        return CompletableFuture.allOf(BroadcastMessage.encode(sender, mode, tags).stream()
                .map(message ->
                        guard.write(() -> channel.publish(topic, message)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private void schedule() {
        CompletableFuture.delayedExecutor(lagNanos / QUESTIONS_PER_LAG, TimeUnit.NANOSECONDS)
                .execute(() -> {
                    if (!closed) {
                        listen();
                        schedule();
                    }
                });
    }

    /** Subscribes if necessary, and reads the position, unless that is under way. Runs several times within the maximum lag. */
    void listen() {
        if (closed || !busy.compareAndSet(false, true)) {
            return;
        }
        Heard current = heard;
        if (current != null && hasEnded(current.reception)) {
            end(current);
            heard = null;
            current = null;
        }
        CompletionStage<Heard> listening = current == null ? subscribe() : CompletableFuture.completedFuture(current);
        var unused = listening.thenCompose(this::readPosition).whenComplete((read, failure) -> {
            busy.set(false);
            if (failure == null) {
                repeatUnconfirmed();
            }
        });
    }

    private boolean hasEnded(Reception reception) {
        boolean stuck = !reception.hasEnded() && reception.isStuck(lagNanos);
        if (stuck) {
            log.missed("a message did not arrive");
        }
        return stuck || reception.hasEnded();
    }

    private CompletionStage<Heard> subscribe() {
        Reception reception = new Reception(this::dropAll, clock);
        BroadcastReceiver receiver =
                new BroadcastReceiver(sender, reception, invalidate, counters, log, this::connectionBroke);
        return subscribe(receiver)
                .whenComplete((subscription, failure) -> {
                    if (failure != null && !closed) {
                        guard.recordFailedRead(failure);
                    }
                })
                .thenApply(subscription -> {
                    Heard begun = new Heard(reception, subscription);
                    heard = begun;
                    if (closed) {
                        end(begun);
                    }
                    return begun;
                });
    }

    /** A channel that throws would end the questions for good. */
    private CompletionStage<Subscription> subscribe(BroadcastReceiver receiver) {
        try {
            return channel.subscribe(topic, receiver);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void connectionBroke() {
        if (!closed) {
            log.missed("the connection broke");
            // Not on the thread that reads from the channel.
            executor.execute(this::listen);
        }
    }

    private CompletionStage<Void> readPosition(Heard current) {
        Reception.Question question = current.reception.ask();
        return guard.read(() -> channel.position(topic), new Deadline())
                .thenCompose(position -> position == BroadcastChannel.NO_POSITION
                        ? beginNumbers()
                        : CompletableFuture.completedFuture(position))
                .thenAccept(position -> {
                    if (!current.reception.answered(question.answered(position))) {
                        log.missed("the channel has lost its position");
                    }
                });
    }

    private CompletionStage<Long> beginNumbers() {
        byte[] nothing = BroadcastMessage.encode(sender, InvalidationMode.REMOVE, List.of())
                .get(0);
        return guard.write(() -> channel.publish(topic, nothing));
    }

    private void repeatUnconfirmed() {
        for (InvalidationMode mode : InvalidationMode.values()) {
            List<String> tags = unconfirmed.take(mode);
            if (!tags.isEmpty()) {
                var unused = send(tags, mode).whenComplete((sent, failure) -> {
                    if (failure != null) {
                        unconfirmed.add(tags, mode);
                    }
                    unconfirmed.ended(tags);
                    if (unconfirmed.size() == 0) {
                        guard.log().invalidationsConfirmed();
                    }
                });
            }
        }
    }

    private void dropAll() {
        counters.drops().increment();
        invalidate.accept(List.of(Tags.ALL), InvalidationMode.REMOVE);
    }

    private static void end(@Nullable Heard last) {
        if (last != null) {
            last.reception.end();
            last.subscription.close();
        }
    }
}
