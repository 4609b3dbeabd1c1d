package io.httpcached.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.httpcached.BackgroundRefresh;
import io.httpcached.HttpCache;
import io.httpcached.annotation.DurationText;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.store.CacheClock;
import io.httpcached.server.store.CacheRandom;
import io.httpcached.store.support.SwitchProperty;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses KIT =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.httpcached.test");

    /** The classes of the other modules that the kit uses. */
    private static final Set<Class<?>> USED = Set.of(
            HttpCache.class,
            BackgroundRefresh.class,
            DurationText.class,
            HttpCacheConfiguration.class,
            CacheClock.class,
            CacheRandom.class,
            SwitchProperty.class);

    @Test
    void kitUsesFewClassesOfTheCache() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAPackage("io.httpcached.test")
                        .or(DescribedPredicate.not(resideInAPackage("io.httpcached..")))
                        .or(DescribedPredicate.describe(
                                "are used on purpose", type -> USED.stream().anyMatch(type::isEquivalentTo))))
                .check(KIT);
    }

    @Test
    void noStateIsShared() {
        fields().that().areStatic().should().beFinal().check(KIT);
    }

    @Test
    void publicTypes() {
        assertThat(KIT.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getName().contains(".$"))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "CacheDecision",
                        "CacheRecording",
                        "CacheStatus",
                        "CacheTestClock",
                        "CacheTestConfiguration",
                        "CacheTestDefaults",
                        "CacheTester",
                        "CachedResponseAssert",
                        "CachedRouteAssert",
                        "HttpCacheAssertions",
                        "Outcome",
                        "TestUser");
    }
}
