package io.httpcached.suite.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.core.annotation.Internal;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** Without the contract of backends, which is no part of the product but is published for tests. */
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
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("engine", "server")
                // The stores' settings have durations in the notation of the annotations.
                .whereLayer("annotations")
                .mayOnlyBeAccessedByLayers("store", "server");
        rule.check(PRODUCT);
    }

    @Test
    void coreKnowsTheJdkOnly() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.httpcached.core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.httpcached.core..", "org.jspecify..")
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
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "io.micronaut.web..");
        rule.check(PRODUCT);
    }
}
