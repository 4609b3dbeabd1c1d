package io.httpcached.processor.writing;

import java.util.HashSet;
import java.util.Set;

/** The names of the generated methods of one interceptor, each used once. Not thread-safe. */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    /** {@return an unused name: the given one, or the given one with the lowest unused number} */
    String take(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
