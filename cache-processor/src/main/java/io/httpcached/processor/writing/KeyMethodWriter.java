package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.KeyPart;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the method that generates the key of a route: one statement for each part. */
final class KeyMethodWriter {

    private KeyMethodWriter() {}

    /*
     * private static void showKey(KeyWriter key) {
     *     key.path("id");
     * }
     */
    static MethodSpec method(ControllerModel controller, GeneratedRoute route) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(route.keyMethod())
                .addJavadoc("Writes the key of $L.\n", route.link(controller))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.KEY_WRITER, "key");
        route.key().parts().forEach(part -> method.addStatement("key.$L", call(part)));
        return method.build();
    }

    private static CodeBlock call(KeyPart part) {
        if (part instanceof KeyPart.PathVariable variable) {
            return call("path", variable.name(), variable.type(), variable.defaultValue());
        }
        if (part instanceof KeyPart.QueryValue query) {
            return call("query", query.name(), query.type(), query.defaultValue());
        }
        if (part instanceof KeyPart.HeaderField field) {
            return call("header", field.name());
        }
        if (part instanceof KeyPart.VaryField field) {
            return call("vary", field.name());
        }
        if (part instanceof KeyPart.CookieValue cookie) {
            return call("cookie", cookie.name());
        }
        if (part instanceof KeyPart.MediaType type) {
            return CodeBlock.of("mediaType($L)", texts(type.produced()));
        }
        if (part instanceof KeyPart.Body body) {
            return CodeBlock.of(body.json() ? "jsonBody()" : "body()");
        }
        if (part instanceof KeyPart.NoAttribute attributes) {
            return CodeBlock.of("noAttribute($L)", texts(attributes.names()));
        }
        return CodeBlock.of("$L()", unnamed(part));
    }

    private static String unnamed(KeyPart part) {
        if (part instanceof KeyPart.WholeQuery) {
            return "queryParameters";
        }
        if (part instanceof KeyPart.Language) {
            return "language";
        }
        return part instanceof KeyPart.Path ? "path" : "requestUri";
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }

    private static CodeBlock call(String method, String name) {
        return CodeBlock.of("$L($S)", method, name);
    }

    private static CodeBlock call(String method, String name, @Nullable TypeName type, @Nullable String defaultValue) {
        CodeBlock.Builder call = CodeBlock.builder().add("$L($S", method, name);
        if (type != null) {
            call.add(", $T.class", type);
        }
        if (defaultValue != null) {
            call.add(", $S", defaultValue);
        }
        return call.add(")").build();
    }
}
