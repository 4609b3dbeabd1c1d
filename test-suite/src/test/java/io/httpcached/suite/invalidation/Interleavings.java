package io.httpcached.suite.invalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** All orders in which several actors can take their steps. Each actor's own steps stay in their order. */
final class Interleavings {

    private Interleavings() {}

    /**
     * {@return all orders, each as a text with a letter for each step}
     *
     * @param steps the steps of all actors in any order: {@code "aab"} are two of an actor a and one of an actor b
     */
    static List<String> of(String steps) {
        List<String> orders = new ArrayList<>();
        extend("", steps, orders);
        return orders;
    }

    /**
     * Lets actors take their steps one at a time.
     *
     * @param order a letter for each step
     * @param actors the actor of each letter
     * @return completes when all have taken them
     */
    static CompletionStage<?> follow(String order, IntFunction<Actor> actors) {
        CompletionStage<?> steps = CompletableFuture.completedFuture(null);
        for (int i = 0; i < order.length(); i++) {
            Actor actor = actors.apply(order.charAt(i));
            steps = steps.thenCompose(before -> actor.step());
        }
        return steps;
    }

    private static void extend(String begun, String left, List<String> orders) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        left.chars().distinct().forEach(actor -> {
            String letter = Character.toString(actor);
            extend(begun + letter, left.replaceFirst(letter, ""), orders);
        });
    }
}
