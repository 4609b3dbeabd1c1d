package io.httpcached.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long mixed load with faults on two nodes that share a Redis server, one of them through a network that fails. Run it with
 * {@code test-suite/run-long-load [minutes]}; the test command only compiles it.
 *
 * <p>In the first third of the time, nodes are killed as well. Then the load pauses, and the state of the nodes is recorded: it
 * is the state to which they have to return after the rest of the time, in which they live on.
 */
class LongLoad {

    private static final Logger LOG = LoggerFactory.getLogger("measured");
    private static final Duration FAULT = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration LAST_RESPONSES = Duration.ofSeconds(2);

    @Test
    void noResponseIsWrongAndNothingIsLeft(@TempDir Path folder) throws InterruptedException {
        Duration time = Duration.ofMinutes(Integer.getInteger("load.minutes", 30));
        try (LoadRun run = new LoadRun(folder, FAULT, CALM, Map.of())) {
            Instant start = Instant.now();
            run.faults.run(start.plus(time.dividedBy(3)), true);
            List<Usage> before = pause(run);
            run.gate.open();
            run.faults.run(start.plus(time), false);
            List<Usage> after = pause(run);
            run.end();

            for (int i = 0; i < run.nodes.size(); i++) {
                Leftovers.compare(run.nodes.get(i), before.get(i), after.get(i), run.results);
            }
            run.nodes.forEach(node ->
                    node.alarmingLogLines().forEach(line -> run.results.wrong("Log of node " + node + ": " + line)));
            LOG.info(
                    "{}\nfaults: {}\nbefore: {}\nafter:  {}",
                    run.results.summary(),
                    run.faults.counts(),
                    before,
                    after);
            assertThat(run.results.wrong()).isEmpty();
        }
    }

    /** Stops the load and returns what each node has in use then. */
    private static List<Usage> pause(LoadRun run) throws InterruptedException {
        run.gate.close();
        Thread.sleep(LAST_RESPONSES.toMillis());
        return run.nodes.stream().map(Leftovers::of).toList();
    }
}
