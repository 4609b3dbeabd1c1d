package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Runs races of two readers and a writer, each on its own node, whose steps run one at a time in every possible order.
 * The readers are interchangeable, so the first step of a reader is always that of the same one.
 */
final class StepwiseRaces {

    /** All orders of three sequences with three steps each, of which two are interchangeable: 9! / (3! 3! 3!) / 2. */
    static final List<String> ORDERS = Interleavings.of("aaabbbwww").stream()
            .filter(order -> order.indexOf('a') < order.indexOf('b'))
            .toList();

    private static final int AT_ONCE = 200;

    private final Nodes nodes;
    private final Wiring wiring;
    private final UnaryOperator<EntryStore> decorator;

    /**
     * Creates a harness.
     *
     * @param nodes the factory of the nodes
     * @param wiring the connection between the nodes and the backend
     * @param decorator a function that makes a node faulty or returns it unchanged
     */
    StepwiseRaces(Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> decorator) {
        this.nodes = nodes;
        this.wiring = wiring;
        this.decorator = decorator;
    }

    /**
     * Returns a part of the orders.
     *
     * @param part the number of the part, from 0
     * @param parts the number of parts
     */
    static List<String> orders(int part, int parts) {
        return IntStream.range(0, ORDERS.size())
                .filter(i -> i % parts == part)
                .mapToObj(ORDERS::get)
                .toList();
    }

    /** Runs a race in each of the given orders and returns the statistics. */
    RaceStatistics run(Scenario scenario, List<String> orders) {
        RaceStatistics statistics = new RaceStatistics();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        orders.forEach(order -> tasks.begin(() -> run(order, new Race("in order " + order, scenario, statistics))));
        tasks.await();
        return statistics;
    }

    private CompletionStage<Void> run(String order, Race race) {
        List<EntryStore> opened = nodes.open(3, wiring);
        List<EntryStore> open = opened.stream().map(decorator).toList();
        StepSequence one = race.reader(open.get(0));
        StepSequence other = race.reader(open.get(1));
        StepSequence writer = race.writer(open.get(2));
        return Interleavings.follow(order, letter -> letter == 'a' ? one : letter == 'b' ? other : writer)
                .thenCompose(all -> race.finish(open.get(0)))
                .whenComplete((over, failure) -> nodes.end(opened));
    }
}
