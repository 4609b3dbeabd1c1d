package io.httpcached.processor;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.reading.ModelReader;
import io.httpcached.processor.validation.Finding;
import io.httpcached.processor.validation.Rules;
import io.httpcached.processor.validation.ValidationReport;
import io.httpcached.processor.writing.ControllerWriter;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;
import java.util.Set;

/**
 * Writes the cached routes of each controller that the compiler comes by: read, validate, write. Isolating: what it
 * writes for a controller depends on that controller and what it inherits from.
 *
 * <p>It visits every class, since an annotation that has no effect is to be found wherever it stands.
 */
public final class HttpCachedVisitor implements TypeElementVisitor<Object, Object> {

    private final ModelReader reader = new ModelReader();
    private final ValidationReport report = new ValidationReport();

    @Override
    public VisitorKind getVisitorKind() {
        return VisitorKind.ISOLATING;
    }

    @Override
    public TypeElementQuery query() {
        return TypeElementQuery.onlyClass();
    }

    @Override
    public Set<String> getSupportedAnnotationNames() {
        return Set.of(HttpCached.class.getName(), NoHttpCache.class.getName());
    }

    @Override
    public void visitClass(ClassElement type, VisitorContext context) {
        reader.read(type, context).ifPresent(controller -> process(controller, context));
    }

    private void process(CachedController controller, VisitorContext context) {
        List<Finding> findings = Rules.check(controller);
        report.add(findings);
        if (findings.isEmpty()) {
            ControllerWriter.write(controller, context);
        }
    }

    @Override
    public void finish(VisitorContext context) {
        report.show(context);
    }
}
