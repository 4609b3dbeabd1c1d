package io.httpcached.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tests controllers in a JVM language. The test of each language extends this class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LanguageContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private Path classes;
    private ApplicationContext application;
    private URI root;

    /** Compiles the sources in a folder. */
    abstract Compiled compile(Path sources, Path output);

    abstract String language();

    @BeforeAll
    void start(@TempDir Path output) {
        Compiled compiled = compile(sources("cached"), output);
        assertThat(compiled.messages()).isEmpty();
        classes = compiled.classes().get(0);
        URL[] urls = compiled.classes().stream().map(LanguageContract::url).toArray(URL[]::new);
        ClassLoader loader = new URLClassLoader(urls, LanguageContract.class.getClassLoader());
        application = ApplicationContext.builder(loader, "test")
                .properties(Map.of("micronaut.server.port", -1))
                .start();
        root = application.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void onlyEqualRequestsShareAnEntry() {
        String first = get("/books/1").body();
        assertThat(first).startsWith("book 1, 20, run ");
        assertThat(get("/books/1").body()).isEqualTo(first);
        assertThat(get("/books/1?limit=20&utm_source=mail").body()).isEqualTo(first);
        assertThat(get("/books/1").headers().firstValue("Cache-Status"))
                .hasValueSatisfying(status -> assertThat(status).startsWith("HttpCached; hit"));
        assertThat(get("/books/2").body()).startsWith("book 2, 20, run ");
        assertThat(get("/books/1?limit=3").body()).startsWith("book 1, 3, run ");
    }

    @Test
    void invalidatesByTag() {
        String three = get("/books/3").body();
        String four = get("/books/4").body();
        assertThat(send("PUT", "/books/3").statusCode()).isLessThan(400);
        assertThat(get("/books/3").body()).isNotEqualTo(three);
        assertThat(get("/books/4").body()).isEqualTo(four);
    }

    /** Looks the typed cache up as a class that is compiled later can. */
    @Test
    void invalidatesByTheTypedCache() throws ReflectiveOperationException {
        String five = get("/books/5").body();
        String six = get("/books/6").body();
        Object cache = application.getBean(application.getClassLoader().loadClass("books.BookControllerCache"));
        Object invalidated =
                cache.getClass().getMethod("invalidateShow", long.class).invoke(cache, 5L);
        assertThat((CompletableFuture<?>) invalidated).succeedsWithin(TIMEOUT);
        assertThat(get("/books/5").body()).isNotEqualTo(five);
        assertThat(get("/books/6").body()).isEqualTo(six);
    }

    @Test
    void buildReportListsTheRoutes() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            Path report = files.filter(file -> file.endsWith("META-INF/httpcached/routes.json"))
                    .findAny()
                    .orElseThrow();
            assertThat(Files.readString(report)).contains("\"/books/{id}\"").contains("book:{id}:$");
        }
    }

    @Test
    void compilationFailsForARouteThatCannotBeCached(@TempDir Path output) {
        assertThat(compile(sources("refused"), output).messages())
                .contains("BodyController.")
                .contains("the request body");
    }

    HttpResponse<String> get(String target) {
        return send("GET", target);
    }

    HttpResponse<String> send(String method, String target) {
        try {
            return client.send(
                    HttpRequest.newBuilder(root.resolve(target))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    final Path sources(String kind) {
        String folder = "/" + language() + "/" + kind;
        try {
            return Path.of(Objects.requireNonNull(LanguageContract.class.getResource(folder))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
