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
 * Readers and writers who do not wait for each other, with random pauses between their steps and on the way to the backend
 * and back. A seed gives the pauses; what a busy machine adds to them is its own.
 */
final class Overlapping implements AutoCloseable {

    private static final int READERS = 3;
    private static final int WRITERS = 2;
    private static final int ROUNDS = 3;

    /** Of a reader and of a writer alike. */
    private static final int STEPS = 3;

    /** Handlers take longer than the network: much happens between a look-up and what is stored because of it. */
    private static final Duration WORK = Duration.ofMillis(8);

    private static final Duration NETWORK = Duration.ofMillis(1);

    private static final int AT_ONCE = 40;

    private final Nodes nodes;
    private final Wiring wiring;
    private final UnaryOperator<EntryStore> mistake;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);

    /**
     * Creates a harness.
     *
     * @param nodes opens the nodes
     * @param wiring what is between them and the backend, beside the pauses
     * @param mistake makes a node faulty, or leaves it as it is
     */
    Overlapping(Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> mistake) {
        this.nodes = nodes;
        this.wiring = wiring;
        this.mistake = mistake;
    }

    /**
     * {@return what came of many races}
     *
     * @param races how many
     * @param seed another one for other pauses
     */
    Tally run(Scenario scenario, int races, long seed) {
        Tally tally = new Tally();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        Random seeds = new Random(seed);
        for (int i = 0; i < races; i++) {
            long own = seeds.nextLong();
            tasks.begin(() -> run(own, new Race("with the seed " + own, scenario, tally)));
        }
        tasks.await();
        return tally;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private CompletionStage<Void> run(long seed, Race race) {
        Random seeds = new Random(seed);
        Wiring slow = (node, backend) ->
                wiring.between(node, new PausingStore(backend, new Pauses(seeds.nextLong(), NETWORK, timer)));
        List<EntryStore> open =
                nodes.open(READERS + WRITERS, slow).stream().map(mistake).toList();
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
                .thenCompose(stored -> race.finish(open.get(1)));
    }

    private static CompletionStage<?> rounds(Supplier<Actor> actors, Pauses pauses, Queue<CompletionStage<?>> begun) {
        CompletionStage<?> rounds = CompletableFuture.completedFuture(null);
        for (int i = 0; i < ROUNDS; i++) {
            rounds = rounds.thenCompose(before -> round(actors.get(), pauses, begun));
        }
        return rounds;
    }

    /** Nobody waits for the last step. */
    private static CompletionStage<?> round(Actor actor, Pauses pauses, Queue<CompletionStage<?>> begun) {
        CompletionStage<?> steps = pauses.next();
        for (int i = 1; i < STEPS; i++) {
            steps = steps.thenCompose(over -> actor.step()).thenCompose(done -> pauses.next());
        }
        return steps.thenAccept(over -> begun.add(actor.step()));
    }

    private static CompletionStage<Void> allOf(Collection<CompletionStage<?>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }
}
