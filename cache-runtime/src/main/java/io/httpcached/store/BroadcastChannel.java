package io.httpcached.store;

import java.util.concurrent.CompletionStage;

/**
 * Sends messages to all nodes of an application that listen at that moment. Implement this interface to let nodes with stores of
 * their own tell each other of invalidations over another service. An implementation is a bean; its qualifier is the name
 * that selects it in {@code http-cache.memory.broadcast}.
 *
 * <p>The messages of a topic are numbered without gaps, so that a node that has missed one can tell. The channel itself repeats
 * nothing: its caller detects what was missed.
 *
 * <ul>
 *   <li>A channel is thread-safe. No method blocks, and no method throws an exception for a failure of the service; the
 *       returned stage fails instead.
 *   <li>Every stage completes, at least exceptionally, even if the service hangs.
 *   <li>The first operation connects, not the constructor, so an application starts while the service is down.
 * </ul>
 */
public interface BroadcastChannel extends AutoCloseable {

    /** The position of a topic that has no messages, or has lost its position. */
    long NO_POSITION = 0;

    /**
     * Sends a message to all nodes that listen, including this one, and gives it the next number of the topic. If the service has
     * lost the last number, the numbers begin again at random.
     *
     * <p>An attempt without a reply may have succeeded.
     *
     * @param topic at most {@value StoreCapabilities#MAXIMUM_KEY_LENGTH} printable ASCII characters
     * @param message the message, which must not be modified afterwards
     * @return a stage with the positive number of the message
     */
    CompletionStage<Long> publish(String topic, byte[] message);

    /**
     * Returns the number of the latest message of a topic. A number that could be older than the latest one, because the service
     * may have gone back to earlier data, is not returned.
     *
     * @param topic the topic
     * @return a stage with the number, or {@link #NO_POSITION}
     */
    CompletionStage<Long> position(String topic);

    /**
     * Listens to a topic.
     *
     * @param topic the topic
     * @param listener the receiver of all messages that are published after the stage has completed, and perhaps earlier ones
     * @return a stage with the subscription, once the service has confirmed it
     */
    CompletionStage<Subscription> subscribe(String topic, Listener listener);

    /** Closes the connections that the channel opened itself. It does not wait for a service that does not answer. */
    @Override
    void close();

    /** Receives the messages of a subscription, one after the other, in the order in which they arrive. */
    interface Listener {

        /**
         * A message has arrived.
         *
         * @param number its number
         * @param message the message
         */
        void received(long number, byte[] message);

        /** A message without a readable number has arrived. */
        void malformed();

        /** No further messages arrive, because the connection broke or the subscription was closed. May be called repeatedly. */
        void ended();
    }

    /** A subscription that is confirmed. */
    interface Subscription extends AutoCloseable {

        /** Ends the subscription without waiting. */
        @Override
        void close();
    }
}
