package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes a method that fills in templates with the values of a request: one statement for each template. */
final class TemplateMethodWriter {

    private static final String TAGS = "tags";

    private final RouteMethod route;
    private final String writer;

    /**
     * Creates a writer for one route.
     *
     * @param route the route whose parameters the templates refer to
     * @param writer the name of the parameter that receives the texts: {@code tags} or {@code paths}
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
        for (int i = 0; i < route.parameters().size(); i++) {
            Parameter parameter = route.parameters().get(i);
            if (parameter.name().equals(name)) {
                return parameter.input().binding() instanceof Binding.Value value ? value(i, value) : user();
            }
        }
        return user();
    }

    /** The rules let through only references to single values and to the user. */
    private CodeBlock user() {
        return CodeBlock.of("$L.user()", writer);
    }

    /**
     * Takes the first source that has a value, as the server does: each source is the default of the one before it. A path
     * contains the text of the request, because the cached routes that match the path know its other spellings. The default of
     * an integer also replaces an empty text, which only the runtime knows.
     */
    private CodeBlock value(int parameter, Binding.Value value) {
        boolean defaulted = value.shape() == Shape.INTEGER && value.defaultValue() != null;
        boolean converted = (value.shape() == Shape.CONVERTED || defaulted) && writer.equals(TAGS);
        CodeBlock text = defaultText(value, converted);
        for (int i = value.sources().size() - 1; i >= 0; i--) {
            text = lookup(value.sources().get(i), text);
        }
        if (converted) {
            return CodeBlock.of("$L.value($L, $L)", writer, parameter, text);
        }
        return value.shape() == Shape.INTEGER ? CodeBlock.of("$L.integer($L)", writer, text) : CodeBlock.of("$L", text);
    }

    /** A value that is converted may be absent: no text and the empty text can be different values. */
    private static @Nullable CodeBlock defaultText(Binding.Value value, boolean converted) {
        if (value.defaultValue() != null) {
            return CodeBlock.of("$S", value.defaultValue());
        }
        return converted ? CodeBlock.of("null") : null;
    }

    private CodeBlock lookup(Source source, @Nullable CodeBlock otherwise) {
        String method = source.place().name().toLowerCase(Locale.ROOT);
        return otherwise == null
                ? CodeBlock.of("$L.$L($S)", writer, method, source.name())
                : CodeBlock.of("$L.$L($S, $L)", writer, method, source.name(), otherwise);
    }
}
