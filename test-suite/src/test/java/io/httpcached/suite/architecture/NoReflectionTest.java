package io.httpcached.suite.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tests that a native image needs no metadata for this module: none of its classes, written or generated, uses
 * reflection, proxies, services of the JDK or serialization. The classes and services that Micronaut generates are
 * excluded, because Micronaut's own feature registers them.
 */
class NoReflectionTest {

    private static final Set<String> REFLECTIVE = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getDeclaredMethod",
            "getField",
            "getDeclaredField",
            "getConstructor",
            "getDeclaredConstructor",
            "getMethods",
            "getDeclaredMethods",
            "getResource",
            "getResourceAsStream");

    private static final JavaClasses OURS = new ClassFileImporter().importPackages("io.httpcached");

    private static final DescribedPredicate<JavaClass> WRITTEN_BY_US = DescribedPredicate.describe(
            "are ours",
            type -> !type.getSimpleName().startsWith("$")
                    && !type.getName().contains(".$")
                    && (!type.getPackageName().startsWith("io.httpcached.suite") || isGenerated(type)));

    private static boolean isGenerated(JavaClass type) {
        return type.getSimpleName().endsWith("HttpCacheInterceptor");
    }

    @Test
    void includesGeneratedClasses() {
        assertThat(OURS.stream().filter(NoReflectionTest::isGenerated)).hasSizeGreaterThan(3);
    }

    @Test
    void usesNoReflectionServicesOrSerialization() {
        ArchRule rule = noClasses()
                .that(WRITTEN_BY_US)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "are what javac links lambdas, records and strings with", NoReflectionTest::isLinkage)))
                        .or(type(ServiceLoader.class))
                        .or(type(ObjectInputStream.class))
                        .or(type(ObjectOutputStream.class))
                        .or(type(Externalizable.class)));
        rule.check(OURS);
    }

    @Test
    void looksUpNoClassesMethodsOrResourcesByName() {
        ArchRule rule = noClasses()
                .that(WRITTEN_BY_US)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "look up by name",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Class.class)
                                && REFLECTIVE.contains(access.getName())));
        rule.check(OURS);
    }

    private static boolean isLinkage(JavaClass type) {
        return Set.of(
                        "LambdaMetafactory",
                        "StringConcatFactory",
                        "MethodHandles",
                        "Lookup",
                        "CallSite",
                        "MethodType",
                        "MethodHandle",
                        "TypeDescriptor")
                .contains(type.getSimpleName());
    }
}
