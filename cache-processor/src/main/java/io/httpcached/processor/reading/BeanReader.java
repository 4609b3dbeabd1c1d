package io.httpcached.processor.reading;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.UriTemplates;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.ast.PropertyElement;
import io.micronaut.inject.ast.TypedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the fields of a {@code @RequestBean} as Micronaut binds them: the arguments of the constructor if it has any,
 * otherwise the properties. A constructor argument has the annotations of the property with the same name.
 */
final class BeanReader {

    private BeanReader() {}

    static Binding read(ParameterElement parameter, UriTemplates uris) {
        return new Binding.Fields(fields(parameter.getGenericType()).stream()
                .map(field -> read(field, parameter, uris))
                .toList());
    }

    private static Input read(TypedElement field, ParameterElement parameter, UriTemplates uris) {
        Binding binding = ParameterReader.bindField(field, uris);
        return new Input(
                parameter.getName() + "." + field.getName(),
                binding,
                ValueLimits.isLimited(field),
                ParameterReader.isNullable(field),
                parameter);
    }

    static Collection<TypedElement> fields(ClassElement bean) {
        Map<String, TypedElement> properties = new LinkedHashMap<>();
        for (PropertyElement property : bean.getBeanProperties()) {
            properties.put(property.getName(), property);
        }
        ParameterElement[] arguments =
                bean.getPrimaryConstructor().map(MethodElement::getParameters).orElse(new ParameterElement[0]);
        if (arguments.length == 0) {
            return properties.values();
        }
        return Arrays.stream(arguments)
                .map(argument -> properties.getOrDefault(argument.getName(), argument))
                .toList();
    }
}
