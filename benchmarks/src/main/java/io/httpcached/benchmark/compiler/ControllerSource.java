package io.httpcached.benchmark.compiler;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The source of one controller with cached routes, each with a path variable, a query value, a request field and tags. */
final class ControllerSource extends SimpleJavaFileObject {

    private static final String CONTROLLER =
            """
            package generated;

            import io.httpcached.annotation.HttpCached;
            import io.micronaut.http.annotation.Controller;
            import io.micronaut.http.annotation.Get;
            import io.micronaut.http.annotation.Header;
            import io.micronaut.http.annotation.QueryValue;

            @Controller("/resource%1$d")
            class Controller%1$d {
            %2$s}
            """;

    private static final String ROUTE =
            """

                @Get("/%1$d/{id}{?limit}")
                @HttpCached(ttl = "10m", tags = {"resource%1$d", "resource%1$d:{id}"})
                String show%1$d(
                        long id,
                        @QueryValue(defaultValue = "20") int limit,
                        @Header("Accept-Language") String language) {
                    return id + "/" + limit + "/" + language;
                }
            """;

    private final String text;

    private ControllerSource(int number, int routes) {
        super(URI.create("string:///generated/Controller" + number + ".java"), Kind.SOURCE);
        String methods = IntStream.range(0, routes).mapToObj(ROUTE::formatted).collect(Collectors.joining());
        this.text = CONTROLLER.formatted(number, methods);
    }

    /** Returns the sources of the given number of controllers with the given number of routes each. */
    static List<? extends JavaFileObject> of(int controllers, int routes) {
        return IntStream.range(0, controllers)
                .mapToObj(number -> new ControllerSource(number, routes))
                .toList();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
