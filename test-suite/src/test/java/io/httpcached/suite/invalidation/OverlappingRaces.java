package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs races in which readers and writers do not wait for each other, with random pauses between their steps and on the
 * way to the backend and back. A seed determines the pauses; a busy machine may lengthen them.
 */
final class OverlappingRaces implements AutoCloseable {

    private static final int READERS = 3;
    private static final int WRITERS = 2;
    private static final int ROUNDS = 3;

    /** The number of steps of a reader, which is also that of a writer. */
    private static final int STEPS = 3;

    /**
     * The longest pause between steps. It exceeds that of the network, so that much happens between a lookup and the
     * write that follows it.
     */
    private static final Duration WORK = Duration.ofMillis(8);

    private static final Duration NETWORK = Duration.ofMillis(1);

    private static final int AT_ONCE = 40;

    private final Nodes nodes;
    private final Wiring wiring;
    private final UnaryOperator<EntryStore> decorator;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);

    /**
     * Creates a harness.
     *
     * @param nodes the factory of the nodes
     * @param wiring the connection between the nodes and the backend, in addition to the pauses
     * @param decorator a function that makes a node faulty or returns it unchanged
     */
    OverlappingRaces(Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> decorator) {
        this.nodes = nodes;
        this.wiring = wiring;
        this.decorator = decorator;
    }

    /**
     * Runs many races and returns their statistics.
     *
     * @param scenario the kind of invalidation
     * @param races the number of races
     * @param seed the seed of the pauses
     */
    RaceStatistics run(Scenario scenario, int races, long seed) {
        RaceStatistics statistics = new RaceStatistics();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        Random seeds = new Random(seed);
        for (int i = 0; i < races; i++) {
            long own = seeds.nextLong();
            tasks.begin(() -> run(own, new Race("with seed " + own, scenario, statistics)));
        }
        tasks.await();
        return statistics;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private CompletionStage<Void> run(long seed, Race race) {
        Random seeds = new Random(seed);
        Wiring slow = (node, backend) ->
                wiring.between(node, new PausingStore(backend, new Pauses(seeds.nextLong(), NETWORK, timer)));
        List<EntryStore> opened = nodes.open(READERS + WRITERS, slow);
        List<EntryStore> open = opened.stream().map(decorator).toList();
        Queue<CompletionStage<?>> begun = new ConcurrentLinkedQueue<>();
        List<CompletionStage<?>> all = new ArrayList<>();
        for (EntryStore node : open) {
            boolean reads = all.size() < READERS;
            Pauses pauses = new Pauses(seeds.nextLong(), WORK, timer);
            all.add(rounds(() -> reads ? race.reader(node) : race.writer(node), pauses, begun));
        }
        return allOf(all)
                .thenCompose(over -> allOf(begun))
                .thenCompose(over -> race.lookUp(open.get(0)))
                .thenCompose(judged -> round(race.reader(open.get(0)), new Pauses(seed, WORK, timer), begun))
                .thenCompose(over -> allOf(begun))
                .thenCompose(stored -> race.finish(open.get(1)))
                .whenComplete((over, failure) -> nodes.end(opened));
    }

    private static CompletionStage<?> rounds(
            Supplier<StepSequence> sequences, Pauses pauses, Queue<CompletionStage<?>> begun) {
        CompletionStage<?> rounds = CompletableFuture.completedFuture(null);
        for (int i = 0; i < ROUNDS; i++) {
            rounds = rounds.thenCompose(before -> round(sequences.get(), pauses, begun));
        }
        return rounds;
    }

    /** Runs the steps of a sequence, but does not wait for the last one. */
    private static CompletionStage<?> round(StepSequence sequence, Pauses pauses, Queue<CompletionStage<?>> begun) {
        CompletionStage<?> steps = pauses.next();
        for (int i = 1; i < STEPS; i++) {
            steps = steps.thenCompose(over -> sequence.step()).thenCompose(done -> pauses.next());
        }
        return steps.thenAccept(over -> begun.add(sequence.step()));
    }

    private static CompletionStage<Void> allOf(Collection<CompletionStage<?>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }
}
