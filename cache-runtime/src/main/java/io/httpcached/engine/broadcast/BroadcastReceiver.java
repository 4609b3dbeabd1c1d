package io.httpcached.engine.broadcast;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.store.BroadcastChannel;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Carries out what arrives through one subscription. The channel calls it from one thread at a time. */
final class BroadcastReceiver implements BroadcastChannel.Listener {

    private final long self;
    private final Reception reception;
    private final BiConsumer<Collection<String>, InvalidationMode> invalidate;
    private final BroadcastCounters counters;
    private final BroadcastLog log;
    private final Runnable connectionBroke;

    /**
     * Creates the receiver of a subscription that begins.
     *
     * @param self the number of this node as a sender
     * @param reception the record of the messages that have arrived
     * @param invalidate carries out an invalidation on this node
     * @param counters the counters of all subscriptions
     * @param log the log
     * @param connectionBroke runs once if the subscription ends by itself
     */
    BroadcastReceiver(
            long self,
            Reception reception,
            BiConsumer<Collection<String>, InvalidationMode> invalidate,
            BroadcastCounters counters,
            BroadcastLog log,
            Runnable connectionBroke) {
        this.self = self;
        this.reception = reception;
        this.invalidate = invalidate;
        this.counters = counters;
        this.log = log;
        this.connectionBroke = connectionBroke;
    }

    @Override
    public void received(long number, byte[] bytes) {
        try {
            BroadcastMessage message = BroadcastMessage.decode(bytes);
            if (!reception.received(number, () -> carryOut(message))) {
                log.missed("messages were left out before number " + number);
            }
        } catch (BroadcastMessage.MalformedException e) {
            notUnderstood(e.getMessage());
            var unused = reception.received(number, () -> {});
        }
    }

    /** This node has carried out its own invalidations before it published them. */
    private void carryOut(BroadcastMessage message) {
        if (message.sender() != self && !message.tags().isEmpty()) {
            counters.received().increment();
            invalidate.accept(message.tags(), message.mode());
        }
    }

    @Override
    public void malformed() {
        notUnderstood("no number");
    }

    private void notUnderstood(@Nullable String reason) {
        counters.malformed().increment();
        reception.receivedUnknown();
        log.malformed(reason);
    }

    @Override
    public void ended() {
        if (!reception.hasEnded()) {
            reception.end();
            connectionBroke.run();
        }
    }
}
