package io.httpcached.suite.load;

/** Lets the clients pass, halts them for a while, or ends them. Thread-safe. */
final class LoadGate {

    private enum State {
        OPEN,
        CLOSED,
        ENDED
    }

    private State state = State.OPEN;

    /** Waits while the gate is closed. Returns false if the load has ended. */
    synchronized boolean pass() {
        while (state == State.CLOSED) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return state == State.OPEN;
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    void open() {
        become(State.OPEN);
    }

    void close() {
        become(State.CLOSED);
    }

    void end() {
        become(State.ENDED);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }
}
