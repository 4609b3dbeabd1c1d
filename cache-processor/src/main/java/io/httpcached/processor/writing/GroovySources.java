package io.httpcached.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.micronaut.ast.groovy.visitor.GroovyVisitorContext;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationUnit;

/**
 * Adds sources to a Groovy compilation, which then starts again. Groovy compiles Java source except for some literals; with
 * {@code @CompileStatic} the class calls no method by reflection.
 */
final class GroovySources implements SourceOutput {

    private static final AnnotationSpec STATICALLY = AnnotationSpec.builder(
                    ClassName.get("groovy.transform", "CompileStatic"))
            .build();

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private final GroovyVisitorContext context;

    GroovySources(VisitorContext context) {
        this.context = (GroovyVisitorContext) context;
    }

    /** The compiler visits the same classes again after the restart, so a source may have been added before. */
    @Override
    public boolean write(JavaFile source, Element origin) {
        TypeSpec type = source.typeSpec().toBuilder().addAnnotation(STATICALLY).build();
        JavaFile groovy =
                JavaFile.builder(source.packageName(), type).indent("    ").build();
        String name = ClassName.get(source.packageName(), type.name()).canonicalName();
        CompilationUnit compilation = context.getCompilationUnit();
        if (compilation.getClassNode(name) == null) {
            compilation.addSource(name, groovy(groovy.toString()));
        }
        return true;
    }

    /** A dollar sign starts an expression in a Groovy string. */
    private static String groovy(String java) {
        return TEXT.matcher(java)
                .replaceAll(text -> Matcher.quoteReplacement(text.group().replace("$", "\\$")));
    }
}
