package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Two readers and a writer, each on a node of its own, who take their steps one at a time: in every order that there is. */
final class Stepwise {

    /** 9! / (3! 3! 3!) orders of the three steps of three actors. */
    static final int ORDERS = 1680;

    private static final String STEPS = "aaabbbwww";
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

    /** {@return what came of all orders} */
    Tally run(Scenario scenario) {
        Tally tally = new Tally();
        Crowd crowd = new Crowd(AT_ONCE);
        Interleavings.of(STEPS)
                .forEach(order -> crowd.begin(() -> run(order, new Race("in the order " + order, scenario, tally))));
        crowd.await();
        return tally;
    }

    private CompletionStage<Void> run(String order, Race race) {
        List<EntryStore> open = nodes.open(3, wiring).stream().map(mistake).toList();
        Actor one = race.reader(open.get(0));
        Actor other = race.reader(open.get(1));
        Actor writer = race.writer(open.get(2));
        CompletionStage<?> steps = CompletableFuture.completedFuture(null);
        for (int i = 0; i < order.length(); i++) {
            char letter = order.charAt(i);
            Actor actor = letter == 'a' ? one : letter == 'b' ? other : writer;
            steps = steps.thenCompose(before -> actor.step());
        }
        return steps.thenCompose(all -> race.finish(open.get(0)));
    }
}
