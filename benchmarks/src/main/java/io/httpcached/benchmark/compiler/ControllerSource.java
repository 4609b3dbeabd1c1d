package io.httpcached.benchmark.compiler;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The source of one controller with one cached route: a path variable, a query value, a request field and two tags. */
final class ControllerSource extends SimpleJavaFileObject {

    private static final String TEMPLATE =
            """
            package generated;

            import io.httpcached.annotation.HttpCached;
            import io.micronaut.http.annotation.Controller;
            import io.micronaut.http.annotation.Get;
            import io.micronaut.http.annotation.Header;
            import io.micronaut.http.annotation.QueryValue;

            @Controller("/resource%1$d")
            class Controller%1$d {

                @Get("/{id}{?limit}")
                @HttpCached(ttl = "10m", tags = {"resource%1$d", "resource%1$d:{id}"})
                String show(
                        long id,
                        @QueryValue(defaultValue = "20") int limit,
                        @Header("Accept-Language") String language) {
                    return id + "/" + limit + "/" + language;
                }
            }
            """;

    private final String text;

    private ControllerSource(int number) {
        super(URI.create("string:///generated/Controller" + number + ".java"), Kind.SOURCE);
        this.text = TEMPLATE.formatted(number);
    }

    /** {@return the sources of so many controllers} */
    static List<? extends JavaFileObject> of(int controllers) {
        return IntStream.range(0, controllers).mapToObj(ControllerSource::new).toList();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
