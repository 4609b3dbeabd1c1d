package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes a method that fills templates in from a request: one statement a template. */
final class TemplateMethodWriter {

    private final RouteMethod route;
    private final String writer;

    /**
     * Writes methods for one route.
     *
     * @param route the method whose parameters the templates name
     * @param writer the name of the parameter that receives the texts, which says what they are
     */
    TemplateMethodWriter(RouteMethod route, String writer) {
        this.route = route;
        this.writer = writer;
    }

    /*
     * private static void showTags(TagWriter tags) {
     *     tags.add("products");
     *     tags.add("product:" + tags.integer(tags.path("id")));
     * }
     */
    MethodSpec method(String name, CodeBlock javadoc, List<TagTemplate> templates) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.TAG_WRITER, writer);
        for (TagTemplate template : templates) {
            CodeBlock text = template.segments().stream().map(this::segment).collect(CodeBlock.joining(" + "));
            method.addStatement("$L.add($L)", writer, text);
        }
        return method.build();
    }

    private CodeBlock segment(Segment segment) {
        if (segment instanceof Text text) {
            return CodeBlock.of("$S", text.text());
        }
        String name = ((Reference) segment).name();
        return route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(parameter -> value((Binding.Value) parameter.input().binding()))
                .findFirst()
                .orElseThrow();
    }

    /** The first source that has a value, as the server binds it: each is the default of the one before. */
    private CodeBlock value(Binding.Value value) {
        CodeBlock text = value.defaultValue() == null ? null : CodeBlock.of("$S", value.defaultValue());
        for (int i = value.sources().size() - 1; i >= 0; i--) {
            text = lookup(value.sources().get(i), text);
        }
        return value.shape() == Shape.INTEGER ? CodeBlock.of("$L.integer($L)", writer, text) : CodeBlock.of("$L", text);
    }

    private CodeBlock lookup(Source source, @Nullable CodeBlock otherwise) {
        String method = source.place().name().toLowerCase(Locale.ROOT);
        return otherwise == null
                ? CodeBlock.of("$L.$L($S)", writer, method, source.name())
                : CodeBlock.of("$L.$L($S, $L)", writer, method, source.name(), otherwise);
    }
}
