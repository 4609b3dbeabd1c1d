package io.httpcached.processor.reading;

import io.micronaut.inject.ast.ClassElement;
import java.util.Set;

/** The types that Micronaut binds to the values of one name in the request. */
final class SimpleTypes {

    private static final Set<String> INTEGERS = Set.of(
            "byte", "short", "int", "long", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.lang.CharSequence");

    private static final Set<String> OTHERS = Set.of(
            "boolean",
            "char",
            "float",
            "double",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.net.URL",
            "java.nio.charset.Charset",
            "java.util.Currency",
            "java.util.Date",
            "java.util.Locale",
            "java.util.TimeZone",
            "java.util.UUID");

    /** Types of {@code OTHERS} without those whose texts can be equal for different values, or differ for equal ones. */
    private static final Set<String> DISTINCT = Set.of(
            "boolean",
            "float",
            "double",
            "java.lang.Boolean",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.Currency",
            "java.util.UUID");

    private SimpleTypes() {}

    /** {@return whether a type takes all values of a name; Micronaut's own types, such as {@code HttpHeaders}, do not} */
    static boolean isCollection(ClassElement type) {
        return type.getName().equals("java.lang.Iterable")
                || (type.getPackageName().equals("java.util") && type.isAssignable("java.util.Collection"));
    }

    static boolean isSimple(ClassElement type) {
        if (type.isArray()) {
            return false;
        }
        return type.isEnum()
                || isInteger(type)
                || isText(type)
                || OTHERS.contains(type.getName())
                || type.getPackageName().equals("java.time");
    }

    /** {@return whether different texts may be the same value} */
    static boolean isInteger(ClassElement type) {
        return !type.isArray() && INTEGERS.contains(type.getName());
    }

    /** {@return whether different texts are different values} */
    static boolean isTextOrCharacter(ClassElement type) {
        return isText(type)
                || (!type.isArray()
                        && (type.getName().equals("char") || type.getName().equals("java.lang.Character")));
    }

    /** {@return whether values that are not equal have different texts, and only a converter of Micronaut can bind them} */
    static boolean hasDistinctTexts(ClassElement type) {
        return !type.isArray()
                && (isInteger(type)
                        || type.isEnum()
                        || DISTINCT.contains(type.getName())
                        || (type.getPackageName().equals("java.time") && !type.isInterface()));
    }

    /** {@return whether the empty text is a value of the type} */
    static boolean isText(ClassElement type) {
        return !type.isArray() && TEXTS.contains(type.getName());
    }
}
