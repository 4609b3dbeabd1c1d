package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code of an application that uses typed caches, which the same compilation generates. */
class TypedCacheTest {

    private static final Path SOURCES = Golden.resource("typed");

    /** {@link ConstructorReaders} postpone one controller before it is read, and the other one afterwards. */
    @Test
    void beansAndTheControllerItselfReceiveTheTypedCache(@TempDir Path output) throws Exception {
        Compilation compilation = Compilation.of(SOURCES, output);

        assertThat(compilation.diagnostics()).isEmpty();
        try (URLClassLoader loader = compilation.classLoader();
                ApplicationContext context = ApplicationContext.builder(loader)
                        .properties(Map.of("micronaut.security.enabled", false))
                        .start()) {
            assertThat(bean("typed.OrderController", loader, context)).isNotNull();
            assertThat(bean("typed.StockController", loader, context)).isNotNull();
            Object imports = bean("typed.OrderImport", loader, context);
            Method hasOneCache = imports.getClass().getDeclaredMethod("hasOneCache");
            hasOneCache.setAccessible(true);
            assertThat(hasOneCache.invoke(imports)).isEqualTo(true);
        }
    }

    @Test
    void codeThatTheRoutesDoNotFitDoesNotCompile(@TempDir Path output) {
        Path wrong = Golden.resource("typed-wrongly/OrderReport.java");

        Compilation compilation = Compilation.of(List.of(SOURCES.resolve("OrderController.java"), wrong), output);

        assertThat(compilation.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                        .map(ExpectedMessages.Place::of)
                        .map(place -> place.line() + ": "
                                + place.message().lines().findFirst().orElse("")))
                .containsExactly(
                        "7: incompatible types: java.lang.String cannot be converted to long", "8: cannot find symbol");
    }

    /** Maven compiles with the directory of the classes on the class path. */
    @Test
    void classOfAnEarlierCompilationIsReplaced(@TempDir Path output) {
        Compilation first = Compilation.of(SOURCES, output.resolve("first"));
        String classPath = first.classes() + File.pathSeparator + System.getProperty("java.class.path");

        Compilation second = Compilation.of(SOURCES, output.resolve("second"), "-classpath", classPath);

        assertThat(second.diagnostics())
                .extracting(message -> message.getMessage(Locale.ROOT))
                .isEmpty();
        assertThat(second.generatedSources()).hasSameSizeAs(first.generatedSources());
    }

    /** The text of a tag is in the generated code, and its words are in the name of a method. */
    @Test
    void sourcesNeedNoOtherCharactersThanThoseOfAscii(@TempDir Path output) throws IOException {
        Compilation compilation =
                Compilation.of(Golden.resource("golden/typed-caches/input"), output, "-encoding", "US-ASCII");

        assertThat(compilation.diagnostics()).isEmpty();
        try (URLClassLoader loader = compilation.classLoader()) {
            assertThat(loader.loadClass("golden.ItemControllerCache").getMethods())
                    .extracting(Method::getName)
                    .contains("invalidateGr\u00f6\u00dfeTag");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object bean(String type, ClassLoader loader, ApplicationContext context)
            throws ClassNotFoundException {
        return context.getBean(loader.loadClass(type));
    }
}
