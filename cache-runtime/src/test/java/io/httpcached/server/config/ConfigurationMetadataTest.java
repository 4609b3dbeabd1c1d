package io.httpcached.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The metadata that an IDE shows for each property: a plain text and the default value, which is the real one. */
@TestInstance(Lifecycle.PER_CLASS)
class ConfigurationMetadataTest {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern DEFAULT = Pattern.compile("Default value: (.+?)\\.?$");
    private static final List<Class<?>> CONFIGURATIONS = List.of(
            HttpCacheConfiguration.class,
            MemoryConfiguration.class,
            NearConfiguration.class,
            RemoteConfiguration.class,
            RemoteConfiguration.Lease.class,
            RemoteConfiguration.CircuitBreaker.class,
            InvalidationConfiguration.class,
            ReadsConfiguration.class,
            RefreshFilterConfiguration.class);

    /** Properties that have no default value, because a store cannot be used without them. */
    private static final List<String> REQUIRED = List.of("http-cache.dynamodb.table", "http-cache.memcached.servers");

    private final Map<String, String> descriptions = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        for (URL url : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
            try (InputStream in = url.openStream()) {
                Map<String, Object> metadata =
                        JsonMapper.createDefault().readValue(in, Argument.mapOf(String.class, Object.class));
                for (Object each : (List<?>) Objects.requireNonNull(metadata.get("properties"))) {
                    Map<?, ?> property = (Map<?, ?>) each;
                    descriptions.put(
                            String.valueOf(property.get("name")),
                            String.valueOf(property.get("description")).replaceAll("\\s+", " "));
                }
            }
        }
        descriptions.keySet().removeIf(name -> !name.startsWith("http-cache."));
    }

    @Test
    void describesEveryPropertyInPlainTextWithItsDefaultValue() {
        assertThat(descriptions).hasSizeGreaterThan(40).allSatisfy((name, description) -> {
            assertThat(description).as(name).isNotBlank().doesNotContain("{@", "<", "&");
            if (!REQUIRED.contains(name)) {
                assertThat(description).as(name).contains("Default value");
            }
        });
        assertThat(serverSide()).hasSizeGreaterThan(30).allSatisfy((name, description) -> assertThat(description)
                .as(name)
                .containsPattern(DEFAULT));
    }

    @Test
    void statesTheDefaultValuesThatApplyWithoutConfiguration() throws ReflectiveOperationException {
        Map<String, Object> stated = new LinkedHashMap<>();
        serverSide().forEach((name, description) -> {
            Matcher matcher = DEFAULT.matcher(description);
            assertThat(matcher.find()).as(name).isTrue();
            String value = matcher.group(1);
            if (!name.contains(".*.") && !List.of("none", "empty").contains(value)) {
                stated.put(name, value);
            }
        });
        assertThat(stated).hasSizeGreaterThan(20).containsEntry("http-cache.keep-stale", "10m");
        assertThat(values(stated)).isEqualTo(values(Map.of()));
    }

    @Test
    void listsEveryPropertyAmongTheKnownOnes() {
        assertThat(KnownProperties.NAMES).containsExactlyElementsOf(descriptions.keySet());
    }

    @Test
    void checksEverySwitch() {
        assertThat(SwitchValidator.SWITCHES)
                .containsExactlyInAnyOrderElementsOf(descriptions.entrySet().stream()
                        .filter(each -> each.getValue().matches(".*Default value: (true|false)\\.?"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private Map<String, String> serverSide() {
        Map<String, String> serverSide = new TreeMap<>(descriptions);
        serverSide.keySet().removeIf(name -> Stream.of("redis", "memcached", "dynamodb")
                .anyMatch(store -> name.startsWith("http-cache." + store + '.')));
        return serverSide;
    }

    /** All values that the configuration classes return, by class and property. */
    private static Map<String, Object> values(Map<String, Object> properties) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            for (Class<?> type : CONFIGURATIONS) {
                Object bean = context.getBean(type);
                for (var method : type.getMethods()) {
                    if (method.getDeclaringClass() == type
                            && method.getParameterCount() == 0
                            && method.getName().matches("(get|is)[A-Z].*")) {
                        values.put(
                                type.getSimpleName() + '.' + method.getName(),
                                Optional.ofNullable(method.invoke(bean)));
                    }
                }
            }
        }
        return values;
    }
}
