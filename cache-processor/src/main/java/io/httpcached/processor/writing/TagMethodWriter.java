package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the method that writes the tags: one statement a tag. */
final class TagMethodWriter {

    private final CachedRoute route;

    private TagMethodWriter(CachedRoute route) {
        this.route = route;
    }

    /*
     * private static void showTags(TagWriter tags) {
     *     tags.add("products");
     *     tags.add("product:" + tags.integer(tags.path("id")));
     * }
     */
    static MethodSpec method(CachedController controller, NamedRoute named) {
        TagMethodWriter writer = new TagMethodWriter(named.route());
        MethodSpec.Builder method = MethodSpec.methodBuilder(named.tagMethod())
                .addJavadoc("The tags of $L.\n", named.link(controller))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.TAG_WRITER, "tags");
        for (TagTemplate tag : named.route().policy().tags().value()) {
            CodeBlock text = tag.segments().stream().map(writer::segment).collect(CodeBlock.joining(" + "));
            method.addStatement("tags.add($L)", text);
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
    private static CodeBlock value(Binding.Value value) {
        CodeBlock text = value.defaultValue() == null ? null : CodeBlock.of("$S", value.defaultValue());
        for (int i = value.sources().size() - 1; i >= 0; i--) {
            text = lookup(value.sources().get(i), text);
        }
        return value.shape() == Shape.INTEGER ? CodeBlock.of("tags.integer($L)", text) : CodeBlock.of("$L", text);
    }

    private static CodeBlock lookup(Source source, @Nullable CodeBlock otherwise) {
        String method = source.place().name().toLowerCase(Locale.ROOT);
        return otherwise == null
                ? CodeBlock.of("tags.$L($S)", method, source.name())
                : CodeBlock.of("tags.$L($S, $L)", method, source.name(), otherwise);
    }
}
