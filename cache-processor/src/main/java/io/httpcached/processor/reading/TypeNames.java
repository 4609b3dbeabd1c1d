package io.httpcached.processor.reading;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.micronaut.inject.ast.ClassElement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The names of types in generated source and in messages. */
final class TypeNames {

    private static final Map<String, TypeName> PRIMITIVES = Map.of(
            "boolean", TypeName.BOOLEAN,
            "byte", TypeName.BYTE,
            "short", TypeName.SHORT,
            "int", TypeName.INT,
            "long", TypeName.LONG,
            "char", TypeName.CHAR,
            "float", TypeName.FLOAT,
            "double", TypeName.DOUBLE);

    private TypeNames() {}

    static ClassName className(ClassElement type) {
        String simpleName = type.getSimpleName();
        Optional<ClassElement> enclosing = type.getEnclosingType();
        return enclosing
                .map(outer -> className(outer)
                        .nestedClass(simpleName.substring(outer.getSimpleName().length() + 1)))
                .orElseGet(() -> topLevel(type.getName()));
    }

    /** For a type that has a name of its own in Kotlin, the compiler returns the Kotlin package and the Java name. */
    private static ClassName topLevel(String name) {
        int dot = name.lastIndexOf('.');
        return ClassName.get(dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1));
    }

    static TypeName erased(ClassElement type) {
        if (type.isArray()) {
            return ArrayTypeName.of(erased(type.fromArray()));
        }
        return type.isPrimitive() ? PRIMITIVES.getOrDefault(type.getName(), TypeName.VOID) : className(type);
    }

    /** {@return the type with wildcards in place of its type arguments, so that source code can name it without a warning} */
    static TypeName withoutArguments(ClassElement type) {
        int arguments = type.isArray() || type.isPrimitive()
                ? 0
                : type.getDeclaredGenericPlaceholders().size();
        TypeName[] wildcards = Collections.nCopies(arguments, WildcardTypeName.subtypeOf(Object.class))
                .toArray(new TypeName[0]);
        return arguments == 0 ? erased(type) : ParameterizedTypeName.get(className(type), wildcards);
    }

    /** {@return the name of a type in a message, without package and enclosing classes} */
    static String display(ClassElement type) {
        if (type.isArray()) {
            return display(type.fromArray()) + "[]";
        }
        return type.isPrimitive() ? type.getName() : className(type).simpleName();
    }

    /**
     * {@return the name of a type without package and enclosing classes}
     *
     * @param name its qualified name
     */
    static String simple(String name) {
        return name.replaceFirst(".*[.$]", "");
    }

    /** Returns whether a class of a package can access a type and all types that enclose it. */
    static boolean isAccessible(ClassElement type, String fromPackage) {
        if (type.isPrimitive()) {
            return true;
        }
        if (type.isArray()) {
            return isAccessible(type.fromArray(), fromPackage);
        }
        boolean visible =
                type.isPublic() || (!type.isPrivate() && type.getPackageName().equals(fromPackage));
        return visible
                && type.getEnclosingType()
                        .map(outer -> isAccessible(outer, fromPackage))
                        .orElse(true);
    }
}
