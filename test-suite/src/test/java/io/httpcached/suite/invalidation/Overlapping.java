package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;

/**
 * Readers and writers who do not wait for each other, with random pauses between their steps and on the way to the backend
 * and back. A seed gives the pauses; what a busy machine adds to them is its own.
 */
final class Overlapping implements AutoCloseable {

    private static final int READERS = 4;
    private static final int WRITERS = 2;
    private static final int AT_ONCE = 100;

    private final Nodes nodes;
    private final UnaryOperator<EntryStore> mistake;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);

    /**
     * Creates a harness.
     *
     * @param nodes opens the nodes
     * @param mistake makes a node faulty, or leaves it as it is
     */
    Overlapping(Nodes nodes, UnaryOperator<EntryStore> mistake) {
        this.nodes = nodes;
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
        Crowd crowd = new Crowd(AT_ONCE);
        Random seeds = new Random(seed);
        for (int i = 0; i < races; i++) {
            long own = seeds.nextLong();
            crowd.begin(() -> run(own, new Race("with the seed " + own, scenario, tally)));
        }
        crowd.await();
        return tally;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private CompletionStage<Void> run(long seed, Race race) {
        Random seeds = new Random(seed);
        List<EntryStore> open = nodes
                .open(
                        READERS + WRITERS,
                        (node, backend) -> new PausingStore(backend, new Pauses(seeds.nextLong(), timer)))
                .stream()
                .map(mistake)
                .toList();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < READERS + WRITERS; i++) {
            Actor actor = i < READERS ? race.reader(open.get(i)) : race.writer(open.get(i));
            all.add(act(actor, new Pauses(seeds.nextLong(), timer)).toCompletableFuture());
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenCompose(over -> act(race.reader(open.get(0)), new Pauses(seed, timer)))
                .thenCompose(stored -> race.finish(open.get(1)));
    }

    private static CompletionStage<?> act(Actor actor, Pauses pauses) {
        CompletionStage<?> steps = CompletableFuture.completedFuture(null);
        for (int i = 0; i < Actor.STEPS; i++) {
            steps = steps.thenCompose(before -> pauses.next()).thenCompose(over -> actor.step());
        }
        return steps;
    }
}
