package io.httpcached.suite.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.httpcached", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
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
            .whereLayer("annotations")
            .mayOnlyBeAccessedByLayers("server");

    @ArchTest
    static final ArchRule CORE_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("io.httpcached.core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.httpcached.core..", "org.jspecify.."));

    @ArchTest
    static final ArchRule STORES_KNOW_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("io.httpcached.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "io.httpcached.core..", "java.net.http..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_PACKAGE_KNOWS_THE_SERVER = noClasses()
            .that(are(resideInAPackage("io.httpcached..")))
            .and()
            .resideOutsideOfPackages("io.httpcached.server..", "io.httpcached.suite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "io.micronaut.web..");
}
