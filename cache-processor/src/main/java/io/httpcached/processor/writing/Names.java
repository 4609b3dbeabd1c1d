package io.httpcached.processor.writing;

import java.util.HashSet;
import java.util.Set;

/** The names given to what is generated for one controller, so that none is given twice. Not thread-safe. */
final class Names {

    private final Set<String> taken = new HashSet<>();

    /** {@return a name that is free: the wanted one, or that with the next free number} */
    String take(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
