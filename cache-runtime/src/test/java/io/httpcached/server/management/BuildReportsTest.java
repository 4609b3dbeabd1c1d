package io.httpcached.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildReportsTest {

    @Test
    void joinsTheReportsOfAllModules(@TempDir Path modules) throws IOException {
        URL shop = module(modules.resolve("shop"), "{\"cached\": [{\"method\": \"show\"}], \"invalidating\": []}");
        URL blog = module(modules.resolve("blog"), "{\"cached\": [{\"method\": \"list\"}], \"invalidating\": [{}]}");

        assertThat(read(shop, blog))
                .isEqualTo(Map.of(
                        "cached",
                        List.of(Map.of("method", "show"), Map.of("method", "list")),
                        "invalidating",
                        List.of(Map.of())));
    }

    @Test
    void thereIsNoneWhereNoModuleHasOne(@TempDir Path modules) throws IOException {
        assertThat(read(modules.toUri().toURL())).isEmpty();
    }

    @Test
    void aReportThatIsNoneIsAnError(@TempDir Path modules) throws IOException {
        URL broken = module(modules, "cached: none");

        assertThatThrownBy(() -> read(broken)).isInstanceOf(IOException.class);
    }

    private static URL module(Path directory, String report) throws IOException {
        Path file = directory.resolve("META-INF/httpcached/routes.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        return directory.toUri().toURL();
    }

    private static Map<String, List<Object>> read(URL... modules) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(modules, BuildReportsTest.class.getClassLoader());
                ApplicationContext context = ApplicationContext.builder(loader).start()) {
            return context.getBean(BuildReports.class).read();
        }
    }
}
