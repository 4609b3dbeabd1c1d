package io.httpcached.server.reads;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the class that reads a request, from the stack of the current thread. */
final class Reader {

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final List<String> CACHE = List.of("io.httpcached.server.", "io.httpcached.core.");
    private static final List<String> LIBRARIES = List.of("java.", "jdk.", "io.netty.", "reactor.", "io.micronaut.");

    private Reader() {}

    /** Returns the nearest class of the application, or the nearest one outside the cache. */
    static String find() {
        return STACK.walk(frames -> {
            List<String> classes = frames.map(StackWalker.StackFrame::getClassName)
                    .filter(name -> isNoneOf(CACHE, name))
                    .toList();
            Optional<String> application =
                    classes.stream().filter(name -> isNoneOf(LIBRARIES, name)).findFirst();
            return application.or(() -> firstOf(classes)).orElse("unknown");
        });
    }

    private static Optional<String> firstOf(List<String> classes) {
        Stream<String> outsideJava = classes.stream().filter(name -> !name.startsWith("java."));
        return outsideJava.findFirst();
    }

    private static boolean isNoneOf(List<String> packages, String className) {
        return packages.stream().noneMatch(className::startsWith);
    }
}
