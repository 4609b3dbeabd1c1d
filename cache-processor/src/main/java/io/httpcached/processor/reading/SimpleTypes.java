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

    /** {@return whether the empty text is a value of the type} */
    static boolean isText(ClassElement type) {
        return !type.isArray() && TEXTS.contains(type.getName());
    }
}
