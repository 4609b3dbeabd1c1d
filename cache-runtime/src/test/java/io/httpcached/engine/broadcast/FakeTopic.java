package io.httpcached.engine.broadcast;

import io.httpcached.store.BroadcastChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A service with one topic in memory, whose channels fail on demand. Messages arrive at once unless they are lost or held. */
final class FakeTopic {

    final List<FakeChannel> channels = new ArrayList<>();
    long position;
    private int starts;

    FakeChannel channel() {
        FakeChannel channel = new FakeChannel();
        channels.add(channel);
        return channel;
    }

    private CompletionStage<Long> publish(byte[] message) {
        long number = position == BroadcastChannel.NO_POSITION ? 1_000L * ++starts : position + 1;
        position = number;
        channels.forEach(each -> each.arrive(number, message));
        return CompletableFuture.completedFuture(number);
    }

    /** The connection of one node. */
    final class FakeChannel implements BroadcastChannel {

        boolean down;
        boolean losing;
        boolean closed;
        int subscriptions;
        int published;
        BroadcastChannel.@Nullable Listener listener;

        private void arrive(long number, byte[] message) {
            if (listener != null && !losing) {
                listener.received(number, message);
            }
        }

        /** Breaks the connection. */
        void cut() {
            BroadcastChannel.Listener last = listener;
            listener = null;
            if (last != null) {
                last.ended();
            }
        }

        @Override
        public CompletionStage<Long> publish(String topic, byte[] message) {
            published++;
            return down ? failed() : FakeTopic.this.publish(message);
        }

        @Override
        public CompletionStage<Long> position(String topic) {
            return down ? failed() : CompletableFuture.completedFuture(position);
        }

        @Override
        public CompletionStage<Subscription> subscribe(String topic, Listener subscriber) {
            if (down) {
                return failed();
            }
            subscriptions++;
            listener = subscriber;
            return CompletableFuture.completedFuture(() -> {
                if (listener == subscriber) {
                    listener = null;
                }
            });
        }

        @Override
        public void close() {
            closed = true;
        }

        private static <T> CompletionStage<T> failed() {
            return CompletableFuture.failedFuture(new IllegalStateException("down"));
        }
    }
}
