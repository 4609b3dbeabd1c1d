package io.httpcached.engine.broadcast;

import io.httpcached.store.BroadcastChannel;
import org.jspecify.annotations.Nullable;

/**
 * What this node has heard during one subscription. Each message has the next number, so a number that is left out shows that a
 * message was missed. The position of the topic, which is read again and again, shows up to which moment nothing was missed: if
 * all messages up to the position have arrived, every message from before the question has.
 *
 * <p>Whenever messages were or may have been missed, all entries are dropped before the next proof. Thread-safe.
 */
final class Reception {

    private final Runnable dropAll;
    private final Moment.Source clock;
    private boolean begun;
    private long heard = BroadcastChannel.NO_POSITION;
    private @Nullable Question awaited;
    private volatile @Nullable Moment provenAt;
    private volatile boolean ended;

    /**
     * A question for the position of the topic.
     *
     * @param heardBefore the last number that had arrived before
     * @param askedAt the moment of the question
     * @param position the answer, once it is known
     */
    record Question(long heardBefore, Moment askedAt, long position) {

        Question answered(long number) {
            return new Question(heardBefore, askedAt, number);
        }
    }

    /**
     * Creates the reception of a subscription that begins.
     *
     * @param dropAll drops all entries, including responses that are being computed
     * @param clock the clocks of this node
     */
    Reception(Runnable dropAll, Moment.Source clock) {
        this.dropAll = dropAll;
        this.clock = clock;
    }

    /**
     * Records a message.
     *
     * @param number its number
     * @param invalidate carries out the invalidation
     * @return false if messages before it were missed
     */
    synchronized boolean received(long number, Runnable invalidate) {
        boolean inOrder = heard == BroadcastChannel.NO_POSITION || number <= heard + 1;
        if (!inOrder) {
            dropAll.run();
        }
        invalidate.run();
        // An earlier number was on its way when the position was read.
        heard = Math.max(heard, number);
        settle();
        return inOrder;
    }

    /** Records a message that cannot be understood, so that it may be about any entry. */
    synchronized void receivedUnknown() {
        dropAll.run();
    }

    /** {@return a question, to be created before the position is read} */
    synchronized Question ask() {
        return new Question(heard, clock.now(), BroadcastChannel.NO_POSITION);
    }

    /**
     * Records the position of the topic.
     *
     * @param question the question with its answer
     * @return false if messages were missed since the last position
     */
    synchronized boolean answered(Question question) {
        boolean wentBack = question.position < question.heardBefore;
        if (!begun || wentBack) {
            // The numbers begin again if the service has lost them, and then it may have lost messages as well.
            dropAll.run();
            if (wentBack || heard == BroadcastChannel.NO_POSITION) {
                heard = question.position;
                awaited = null;
            }
            begun = true;
        }
        if (awaited == null) {
            awaited = question;
        }
        settle();
        return !wentBack;
    }

    private void settle() {
        if (awaited != null && heard >= awaited.position) {
            provenAt = awaited.askedAt;
            awaited = null;
        }
    }

    /** Records the end of the subscription. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** {@return whether a message does not arrive that was published longer ago than a duration in nanoseconds} */
    synchronized boolean isStuck(long nanos) {
        return awaited != null && clock.hasPassed(nanos, awaited.askedAt);
    }

    /** {@return whether everything has arrived that was published longer ago than a duration in nanoseconds} */
    boolean isProven(long nanos) {
        Moment last = provenAt;
        return last != null && !ended && !clock.hasPassed(nanos, last);
    }
}
