package io.httpcached.suite.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a node has in use, as {@link NodeState} reports it.
 *
 * @param numbers the numbers by name
 */
record Usage(Map<String, Long> numbers) {

    static Usage parse(String text) {
        return new Usage(text.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> Long.valueOf(line[1]), Math::max, TreeMap::new)));
    }

    long of(String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("The node did not report " + name + ": " + numbers);
        }
        return number;
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
