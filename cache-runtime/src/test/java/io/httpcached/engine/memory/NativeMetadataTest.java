package io.httpcached.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Caffeine selects one of its generated classes by the options of a cache and loads it by name. A native image contains
 * only the classes that {@code reflect-config.json} registers, so a new option or a new version of Caffeine that needs
 * another class has to fail here and not at the start of a native executable.
 */
class NativeMetadataTest {

    private static final String CONFIG = "/META-INF/native-image/io.httpcached/httpcached-runtime/reflect-config.json";

    private static final String RESOURCES =
            "/META-INF/native-image/io.httpcached/httpcached-runtime/resource-config.json";

    private final List<Map<String, Object>> registered = read();

    @Test
    void registersExactlyTheClassesThatCaffeineLoadsByName() throws ReflectiveOperationException {
        Object cache = value(new MemoryStore<SizedText>(1024, Clock.systemUTC()), "values");
        Object boundedCache = value(cache, "cache");
        Object nodeFactory = value(boundedCache, "nodeFactory");
        assertThat(registered)
                .extracting(entry -> entry.get("name"))
                .containsExactlyInAnyOrder(
                        boundedCache.getClass().getName(),
                        nodeFactory.getClass().getName());
    }

    /** {@code LocalCacheFactory} reads the field, and {@code NodeFactory} calls the constructor without parameters. */
    @Test
    void registersTheMembersThatCaffeineLooksUp() {
        Map<String, Object> cache = registered("SSMW");
        assertThat(list(cache, "fields")).containsExactly(Map.of("name", "FACTORY"));
        assertThat(list(cache, "methods"))
                .containsExactly(Map.of(
                        "name",
                        "<init>",
                        "parameterTypes",
                        List.of(
                                "com.github.benmanes.caffeine.cache.Caffeine",
                                "com.github.benmanes.caffeine.cache.AsyncCacheLoader",
                                "boolean")));
        assertThat(list(registered("PSMW"), "methods"))
                .containsExactly(Map.of("name", "<init>", "parameterTypes", List.of()));
    }

    @Test
    void registersTheReportOfTheBuildAsAResource() throws IOException {
        try (InputStream in = Objects.requireNonNull(NativeMetadataTest.class.getResourceAsStream(RESOURCES))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\\\\QMETA-INF/httpcached/routes.json\\\\E");
        }
    }

    @Test
    void registersMembersThatExist() throws ReflectiveOperationException {
        for (Map<String, Object> entry : registered) {
            Class<?> type = Class.forName((String) entry.get("name"));
            for (Map<String, Object> method : list(entry, "methods")) {
                Class<?>[] parameters = parameterTypes(method);
                assertThat(type.getDeclaredConstructor(parameters)).isNotNull();
            }
            for (Map<String, Object> field : list(entry, "fields")) {
                assertThat(type.getDeclaredField((String) field.get("name"))).isNotNull();
            }
        }
    }

    @Test
    void registersThemWhereTheMemoryStoreIsUsed() {
        assertThat(registered)
                .extracting(entry -> entry.get("condition"))
                .containsOnly(Map.of("typeReachable", MemoryStore.class.getName()));
    }

    @Test
    void noOtherClassBuildsACache() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.httpcached");
        Set<String> builders = product.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Caffeine.class)))
                .map(type -> type.getName())
                .collect(Collectors.toSet());
        assertThat(builders).containsExactly(MemoryStore.class.getName());
    }

    private Map<String, Object> registered(String simpleName) {
        String name = Caffeine.class.getPackageName() + "." + simpleName;
        return registered.stream()
                .filter(entry -> name.equals(entry.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> read() {
        try (InputStream in = Objects.requireNonNull(NativeMetadataTest.class.getResourceAsStream(CONFIG))) {
            return JsonMapper.createDefault()
                    .readValue(in, Argument.listOf(Argument.mapOf(Argument.STRING, Argument.OBJECT_ARGUMENT)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass() + "." + name);
    }

    @SuppressWarnings("unchecked") // lists of objects in reflect-config.json
    private static List<Map<String, Object>> list(Map<String, Object> entry, String name) {
        return (List<Map<String, Object>>) entry.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked") // a list of class names in reflect-config.json
    private static Class<?>[] parameterTypes(Map<String, Object> method) throws ClassNotFoundException {
        List<String> names = (List<String>) Objects.requireNonNull(method.get("parameterTypes"));
        Class<?>[] types = new Class<?>[names.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = names.get(i).equals("boolean") ? boolean.class : Class.forName(names.get(i));
        }
        return types;
    }
}
