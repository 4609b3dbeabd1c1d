package io.httpcached.suite.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.httpcached.CacheTags;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.micronaut.core.annotation.Internal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<String> PUBLIC_PACKAGES =
            Set.of("io.httpcached", "io.httpcached.annotation", "io.httpcached.store");

    /** Without the contract tests of stores, which are published for tests only. */
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/io/httpcached/store/tck/"))
            .importPackages("io.httpcached");

    @Test
    void packagesDependOnThoseBelowThemOnly() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.httpcached..")
                .layer("annotations")
                .definedBy("io.httpcached.annotation..")
                .layer("api")
                .definedBy("io.httpcached")
                .layer("core")
                .definedBy("io.httpcached.core..")
                .layer("store")
                .definedBy("io.httpcached.store..")
                .layer("engine")
                .definedBy("io.httpcached.engine..")
                .layer("server")
                .definedBy("io.httpcached.server..")
                .whereLayer("server")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("engine", "server")
                // The text of a value in a tag is the same in the API and in the engine.
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("api", "engine", "server")
                // The stores' settings have durations in the notation of the annotations.
                .whereLayer("annotations")
                .mayOnlyBeAccessedByLayers("store", "server");
        rule.check(PRODUCT);
    }

    /** Each package of the server, from those that use others to those that others use. */
    @Test
    void packagesOfTheServerDependOnThoseBelowThemOnly() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.httpcached.server..")
                .layer("management")
                .definedBy("io.httpcached.server.management")
                .layer("metrics")
                .definedBy("io.httpcached.server.metrics")
                .layer("filter")
                .definedBy("io.httpcached.server.filter")
                .layer("warming")
                .definedBy("io.httpcached.server.warming")
                .layer("functions")
                .definedBy("io.httpcached.server.functions")
                .layer("netty")
                .definedBy("io.httpcached.server.netty")
                .layer("routing")
                .definedBy("io.httpcached.server.routing")
                .layer("store")
                .definedBy("io.httpcached.server.store")
                .layer("body")
                .definedBy("io.httpcached.server.body")
                .layer("reads")
                .definedBy("io.httpcached.server.reads")
                .layer("request")
                .definedBy("io.httpcached.server.request")
                .layer("interceptor")
                .definedBy("io.httpcached.server.interceptor")
                .layer("config")
                .definedBy("io.httpcached.server.config")
                .layer("report")
                .definedBy("io.httpcached.server.report")
                .ensureAllClassesAreContainedInArchitectureIgnoring(resideOutsideOfPackage("io.httpcached.server.."))
                .whereLayer("management")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("metrics")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("filter")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("functions")
                .mayOnlyBeAccessedByLayers("management")
                .whereLayer("warming")
                .mayOnlyBeAccessedByLayers("management")
                .whereLayer("netty")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("routing")
                .mayOnlyBeAccessedByLayers("filter", "management", "metrics", "warming", "functions")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers(
                        "reads", "routing", "filter", "management", "metrics", "warming", "functions")
                .whereLayer("reads")
                .mayOnlyBeAccessedByLayers("routing", "filter", "management", "metrics")
                .whereLayer("body")
                .mayOnlyBeAccessedByLayers("filter", "netty")
                .whereLayer("request")
                .mayOnlyBeAccessedByLayers("reads", "routing", "filter", "netty", "management", "warming", "functions")
                .whereLayer("interceptor")
                .mayOnlyBeAccessedByLayers("reads", "request", "routing", "filter", "management", "metrics")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers(
                        "reads", "store", "body", "routing", "filter", "management", "metrics", "warming", "functions")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers(
                        "reads", "store", "routing", "management", "metrics", "warming", "functions");
        rule.check(PRODUCT);
    }

    @Test
    void noPackagesDependOnEachOther() {
        ArchRule rule = slices().matching("io.httpcached.(**)").should().beFreeOfCycles();
        rule.check(PRODUCT);
    }

    @Test
    void generatedInterceptorsDependOnTheInterceptorAndAnnotationPackagesOnly() {
        JavaClasses compiled = new ClassFileImporter().importPackages("io.httpcached.suite");
        ArchRule rule = noClasses()
                .that(implement(HttpCacheInterceptor.class))
                .should()
                .dependOnClassesThat(resideInAPackage("io.httpcached..")
                        .and(resideOutsideOfPackages(
                                "io.httpcached.server.interceptor",
                                "io.httpcached.annotation",
                                // The controllers and their types.
                                "io.httpcached.suite.."))
                        // The type of a parameter of a controller method.
                        .and(DescribedPredicate.not(type(CacheTags.class))));
        rule.check(compiled);
    }

    @Test
    void packagesWithoutPublicApiAreInternal() {
        assertThat(PRODUCT.getPackage("io.httpcached").getSubpackagesInTree())
                .filteredOn(ArchitectureTest::isInternal)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(Internal.class))
                        .as(each.getName())
                        .isTrue());
    }

    private static boolean isInternal(JavaPackage each) {
        return each.getClasses().stream().anyMatch(type -> !type.getSimpleName().equals("package-info"))
                && !PUBLIC_PACKAGES.contains(each.getName())
                && !each.getName().startsWith("io.httpcached.processor");
    }

    @Test
    void coreKnowsTheJdkOnly() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.httpcached.core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.httpcached.core..", "org.jspecify..")
                        // The annotation of the package.
                        .or(type(Internal.class)));
        rule.check(PRODUCT);
    }

    @Test
    void storesKnowNoHttp() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.httpcached.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "io.httpcached.core..", "java.net.http..");
        rule.check(PRODUCT);
    }

    @Test
    void onlyTheServerPackageKnowsTheServer() {
        ArchRule rule = noClasses()
                .that(are(resideInAPackage("io.httpcached..")))
                .and()
                .resideOutsideOfPackages(
                        "io.httpcached.server..", "io.httpcached.annotation..", "io.httpcached.suite..")
                .and()
                // Applications ask it about a request of the server.
                .doNotHaveFullyQualifiedName("io.httpcached.BackgroundRefresh")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "io.micronaut.web..");
        rule.check(PRODUCT);
    }
}
