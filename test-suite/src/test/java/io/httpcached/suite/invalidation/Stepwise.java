package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Two readers and a writer, each on a node of its own, who take their steps one at a time, in every order that there is. The
 * readers are alike, so the first step of theirs is the same one's.
 */
final class Stepwise {

    /** All orders of the three steps of three actors, of whom two are alike: 9! / (3! 3! 3!) / 2. */
    static final List<String> ORDERS = Interleavings.of("aaabbbwww").stream()
            .filter(order -> order.indexOf('a') < order.indexOf('b'))
            .toList();

    private static final int AT_ONCE = 200;

    private final Nodes nodes;
    private final Wiring wiring;
    private final UnaryOperator<EntryStore> mistake;

    /**
     * Creates a harness.
     *
     * @param nodes opens the nodes
     * @param wiring what is between them and the backend
     * @param mistake makes a node faulty, or leaves it as it is
     */
    Stepwise(Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> mistake) {
        this.nodes = nodes;
        this.wiring = wiring;
        this.mistake = mistake;
    }

    /**
     * {@return a part of the orders}
     *
     * @param part which one, from 0
     * @param parts how many parts there are
     */
    static List<String> orders(int part, int parts) {
        return IntStream.range(0, ORDERS.size())
                .filter(i -> i % parts == part)
                .mapToObj(ORDERS::get)
                .toList();
    }

    /** {@return what came of some orders} */
    Tally run(Scenario scenario, List<String> orders) {
        Tally tally = new Tally();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        orders.forEach(order -> tasks.begin(() -> run(order, new Race("in the order " + order, scenario, tally))));
        tasks.await();
        return tally;
    }

    private CompletionStage<Void> run(String order, Race race) {
        List<EntryStore> open = nodes.open(3, wiring).stream().map(mistake).toList();
        Actor one = race.reader(open.get(0));
        Actor other = race.reader(open.get(1));
        Actor writer = race.writer(open.get(2));
        return Interleavings.follow(order, letter -> letter == 'a' ? one : letter == 'b' ? other : writer)
                .thenCompose(all -> race.finish(open.get(0)));
    }
}
