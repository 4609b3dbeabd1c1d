package io.httpcached.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.core.annotation.Internal;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String CORE = "io.httpcached.core..";

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.httpcached.core");

    /** The annotation {@code @Internal} of the package is the only exception. */
    @Test
    void coreDependsOnNothingButTheJdkAndItself() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", CORE).or(type(Internal.class)))
                .check(production);
    }

    @Test
    void coreDoesNoInputOrOutputAndStartsNoThread() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "java.io..", "java.nio.channels..", "java.nio.file..", "java.util.concurrent..")
                .check(production);
    }
}
