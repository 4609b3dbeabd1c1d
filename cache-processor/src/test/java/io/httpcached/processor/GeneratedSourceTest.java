package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.core.io.service.SoftServiceLoader;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden tests: the processor generates the sources in {@code golden/<case>/expected} for the controllers in
 * {@code golden/<case>/input}, and Micronaut can load them. {@link Golden} describes how to update them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GeneratedSourceTest {

    private final Map<String, Compilation> compilations = new HashMap<>();

    @BeforeAll
    void compile(@TempDir Path output) {
        cases().forEach(name -> compilations.put(name, compile(name, output.resolve(name))));
    }

    static Stream<String> cases() {
        return Golden.children("golden").stream().map(path -> path.getFileName().toString());
    }

    /** The properties that the golden controllers refer to, which startup checks. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "micronaut.security.enabled", false,
            "http-cache.policies.news.ttl", "1m",
            "http-cache.policies.feeds.ttl", "1m",
            "app.version", "1");

    @ParameterizedTest
    @MethodSource("cases")
    void generatesTheExpectedSource(String name) throws IOException {
        Compilation compilation = compilation(name);
        assertThat(compilation.diagnostics()).isEmpty();

        Path expected = Golden.resource("golden/" + name + "/expected");
        List<Path> generated = compilation.generatedSources();
        for (Path source : generated) {
            Golden.assertMatches(expected.resolve(source.getFileName()), Files.readString(source));
        }
        assertThat(Golden.children("golden/" + name + "/expected")).hasSameSizeAs(generated);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGeneratedClassIsAServiceWhoseRoutesAreMethodsOfTheController(String name, @TempDir Path output)
            throws IOException {
        Compilation compilation = compilation(name);
        try (URLClassLoader loader = compilation.classLoader();
                ApplicationContext context =
                        ApplicationContext.builder(loader).properties(SETTINGS).start()) {
            assertThat(SoftServiceLoader.load(HttpCacheInterceptor.class, loader)
                            .collectAll())
                    .hasSameSizeAs(interceptors(compilation))
                    .allSatisfy(controller -> assertThat(methods(controller))
                            .isNotEmpty()
                            .allMatch(method -> isExecutable(method, context)));
        }
    }

    /** Micronaut's feature for native images initializes services when it builds the image. */
    @ParameterizedTest
    @MethodSource("cases")
    void theGeneratedClassHasNoStaticState(String name) throws IOException {
        try (URLClassLoader loader = compilation(name).classLoader()) {
            assertThat(SoftServiceLoader.load(HttpCacheInterceptor.class, loader)
                            .collectAll())
                    .isNotEmpty()
                    .allSatisfy(controller -> assertThat(controller.getClass().getDeclaredFields())
                            .isEmpty());
        }
    }

    private static List<Path> interceptors(Compilation compilation) {
        return compilation.generatedSources().stream()
                .filter(source -> source.toString().endsWith("HttpCacheInterceptor.java"))
                .toList();
    }

    private static boolean isExecutable(ControllerMethod method, BeanContext context) {
        return context.getBeanDefinition(method.controller())
                .findMethod(method.name(), method.parameterTypes().toArray(new Class<?>[0]))
                .isPresent();
    }

    private static List<ControllerMethod> methods(HttpCacheInterceptor controller) {
        return Stream.concat(
                        controller.routes().stream().map(CachedRoute::method),
                        controller.invalidations().stream().map(InvalidatingRoute::method))
                .toList();
    }

    private Compilation compilation(String name) {
        return Objects.requireNonNull(compilations.get(name));
    }

    private static Compilation compile(String name, Path output) {
        return Compilation.of(Golden.resource("golden/" + name + "/input"), output);
    }
}
