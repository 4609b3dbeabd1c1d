package io.httpcached.suite.load;

import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.ServerProcess;
import io.httpcached.suite.wire.WireClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** A node under load, which can be killed and restarted. Thread-safe, except for the methods that change it. */
final class LoadNode implements AutoCloseable {

    private final String name;
    private final ServerProcess process;
    private volatile Life life = new Life();

    /** The node from its start until it is killed. */
    static final class Life {

        /** The versions that the clients of this node have confirmed, though the backend may not know of them yet. */
        final AtomicIntegerArray confirmed = new AtomicIntegerArray(PageVersions.PAGES);

        private volatile boolean ended;

        boolean isEnded() {
            return ended;
        }
    }

    LoadNode(String name, Program program) {
        this.name = name;
        this.process = ServerProcess.start(program);
    }

    int port() {
        return process.port();
    }

    Life life() {
        return life;
    }

    void kill() {
        life.ended = true;
        process.kill();
    }

    void suspend() {
        process.halt();
    }

    void proceed() {
        process.proceed();
    }

    void restart() {
        process.restart();
        life = new Life();
    }

    /**
     * Returns what the node has in use.
     *
     * @param collected whether the node collects garbage first
     */
    Usage usage(boolean collected) {
        return Usage.parse(
                new WireClient(process.port()).get("/state?gc=" + collected).text());
    }

    /** Returns the log lines that report leaks, or errors other than the expected unconfirmed invalidations. */
    List<String> alarmingLogLines() {
        return process.logLines().stream()
                .filter(line -> line.contains("LEAK")
                        || line.contains("OutOfMemoryError")
                        || line.contains("StackOverflowError")
                        || (line.contains("ERROR io.httpcached") && !line.contains("did not confirm the invalidation")))
                .toList();
    }

    @Override
    public void close() {
        life.ended = true;
        process.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
