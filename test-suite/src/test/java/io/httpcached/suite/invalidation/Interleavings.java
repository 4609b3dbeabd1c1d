package io.httpcached.suite.invalidation;

import java.util.ArrayList;
import java.util.List;

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
