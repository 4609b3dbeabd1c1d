package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import io.httpcached.processor.model.TypedMethod;
import io.httpcached.processor.model.TypedMethod.Entries;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of a method of a typed cache.
 *
 * @param method the method
 * @param controller its controller
 */
record TypedMethodCode(TypedMethod method, ControllerModel controller) {

    CodeBlock javadoc() {
        CodeBlock entries = method.entries().stream()
                .map(this::description)
                .collect(CodeBlock.joining(",\nand ", "Invalidates ", ".\n\n"));
        CodeBlock.Builder javadoc = CodeBlock.builder().add(entries);
        method.parameters()
                .forEach(parameter -> javadoc.add("@param $1L the value of {@code $1L}\n", parameter.name()));
        return javadoc.add("@return a future that completes when no request is answered from these entries any more\n")
                .build();
    }

    private CodeBlock description(Entries entries) {
        if (entries instanceof Entries.OfTag tagged) {
            return CodeBlock.of(
                    "the entries with the tag {@code $L}",
                    inComment(tagged.tag().text()));
        }
        return entries instanceof Entries.OfPath path
                ? CodeBlock.of("the entries of $L with these values in the path", link(path.route()))
                : CodeBlock.of("all entries of $L", link(((Entries.OfRoute) entries).route()));
    }

    CodeBlock statement() {
        List<CodeBlock> calls =
                method.entries().stream().map(this::call).distinct().toList();
        String separator = calls.size() > 1 ? "\n" : "";
        return CodeBlock.builder()
                .add("return entries()$>$>" + separator)
                .add(calls.stream().collect(CodeBlock.joining(separator, "", separator)))
                .add(".invalidate()$<$<")
                .build();
    }

    private CodeBlock call(Entries entries) {
        if (entries instanceof Entries.OfTag tagged) {
            return CodeBlock.of(".tag($L)", segments(tagged.tag()));
        }
        if (entries instanceof Entries.OfPath path) {
            return path(path.route());
        }
        CachedRoute route = ((Entries.OfRoute) entries).route();
        return CodeBlock.of(".route($T.class, $S$L)", controller.type(), route.method(), MethodCode.types(route));
    }

    /*
     * .tag("product:", id)
     */
    private CodeBlock segments(TagTemplate tag) {
        List<String> references = tag.references();
        return tag.segments().stream()
                .map(segment -> segment(segment, references))
                .collect(CodeBlock.joining(", "));
    }

    private CodeBlock segment(Segment segment, List<String> references) {
        return segment instanceof Text text
                ? CodeBlock.of("$S", text.text())
                : value(references.indexOf(((Reference) segment).name()));
    }

    /*
     * .path(ProductController.class, "show", values("id", id), long.class)
     */
    private CodeBlock path(CachedRoute route) {
        List<CodeBlock> values = new ArrayList<>();
        List<String> variables = route.uris().pathVariables();
        for (int i = 0; i < variables.size(); i++) {
            values.add(CodeBlock.of("$S, $L", variables.get(i), value(i)));
        }
        return CodeBlock.of(
                ".path($T.class, $S, values($L)$L)",
                controller.type(),
                route.method(),
                values.stream().collect(CodeBlock.joining(", ")),
                MethodCode.types(route));
    }

    private CodeBlock value(int index) {
        return CodeBlock.of("$L", method.parameters().get(index).name());
    }

    private CodeBlock link(CachedRoute route) {
        return MethodCode.link(controller, route);
    }

    /** A comment must not contain its own end, and javac reads the escapes of Unicode characters in it. */
    private static String inComment(String text) {
        return text.replace("\\", "&#92;").replace("*/", "*&#47;");
    }
}
