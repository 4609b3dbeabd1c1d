package io.httpcached.suite.invalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** Enumerates the interleavings of several step sequences. The steps of each sequence keep their order. */
final class Interleavings {

    private Interleavings() {}

    /**
     * Returns all interleavings, each as a text with one letter for each step.
     *
     * @param steps the steps of all sequences in any order: {@code "aab"} stands for two steps of a sequence a and one
     *     step of a sequence b
     */
    static List<String> of(String steps) {
        List<String> orders = new ArrayList<>();
        extend("", steps, orders);
        return orders;
    }

    /**
     * Runs the steps of the sequences one at a time.
     *
     * @param order a letter for each step
     * @param sequences the sequence of each letter
     * @return a stage that completes after the last step
     */
    static CompletionStage<?> follow(String order, IntFunction<StepSequence> sequences) {
        CompletionStage<?> steps = CompletableFuture.completedFuture(null);
        for (int i = 0; i < order.length(); i++) {
            StepSequence sequence = sequences.apply(order.charAt(i));
            steps = steps.thenCompose(before -> sequence.step());
        }
        return steps;
    }

    private static void extend(String begun, String left, List<String> orders) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        left.chars().distinct().forEach(sequence -> {
            String letter = Character.toString(sequence);
            extend(begun + letter, left.replaceFirst(letter, ""), orders);
        });
    }
}
