package io.httpcached.processor;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.reading.ModelReader;
import io.httpcached.processor.reading.Options;
import io.httpcached.processor.reading.Suppressions;
import io.httpcached.processor.report.BuildReport;
import io.httpcached.processor.report.ReportWriter;
import io.httpcached.processor.validation.Finding;
import io.httpcached.processor.validation.ProducedTags;
import io.httpcached.processor.validation.Rules;
import io.httpcached.processor.validation.ValidationReport;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges and reports what only all controllers of a compilation together tell. Aggregating: a change of one controller may
 * concern another. What is to be written for a controller alone is up to {@link HttpCachedVisitor}.
 *
 * <p>It waits until no more classes come, since other processors may write controllers. By then the compiler has forgotten
 * where the elements of earlier rounds are in the source, so it looks up once more what it has something to say about.
 */
public final class CompilationVisitor implements TypeElementVisitor<Object, Object> {

    /** Any unsafe route invalidates its own path, also in a controller without our annotations. */
    private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";

    private final ModelReader reader = new ModelReader();
    private final Map<String, CachedController> controllers = new LinkedHashMap<>();
    private boolean classesInThisRound;
    private boolean judged;

    @Override
    public VisitorKind getVisitorKind() {
        return VisitorKind.AGGREGATING;
    }

    @Override
    public TypeElementQuery query() {
        return TypeElementQuery.onlyClass();
    }

    @Override
    public Set<String> getSupportedAnnotationNames() {
        return Set.of(
                HttpCached.class.getName(),
                HttpCacheInvalidate.class.getName(),
                NoHttpCache.class.getName(),
                CONTROLLER);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public void visitClass(ClassElement type, VisitorContext context) {
        classesInThisRound = true;
        reader.read(type, context).ifPresent(controller -> {
            controllers.put(type.getCanonicalName(), controller);
            judged = false;
        });
    }

    @Override
    public void finish(VisitorContext context) {
        if (!judged && isComplete(context)) {
            judged = true;
            judge(context);
            report(context);
        }
        classesInThisRound = false;
    }

    /** The rounds of javac end with one without classes of the application; other compilers finish only once. */
    private boolean isComplete(VisitorContext context) {
        return !classesInThisRound || context.getLanguage() != VisitorContext.Language.JAVA;
    }

    private void judge(VisitorContext context) {
        Suppressions suppressions = new Suppressions(context);
        ProducedTags produced = ProducedTags.of(controllers.values());
        ValidationReport report = new ValidationReport();
        controllers.entrySet().stream()
                .filter(entry -> !produced.check(entry.getValue()).isEmpty())
                .flatMap(entry -> readAgain(entry.getKey(), context))
                .filter(controller -> Rules.check(controller).stream().noneMatch(Finding::isError))
                .forEach(controller -> report.add(produced.check(controller), controller.origin(), suppressions));
        report.show(context);
    }

    /** A build that fails leaves no report: what breaks a rule has no key. */
    private void report(VisitorContext context) {
        List<CachedController> sound = controllers.values().stream()
                .filter(controller -> Rules.check(controller).stream().noneMatch(Finding::isError))
                .toList();
        if (sound.size() == controllers.size()) {
            Element[] origins = sound.stream().map(CachedController::origin).toArray(Element[]::new);
            ReportWriter.write(BuildReport.of(sound), context, origins);
        }
    }

    private Stream<CachedController> readAgain(String name, VisitorContext context) {
        return context.getClassElement(name).stream().flatMap(type -> reader.read(type, context).stream());
    }
}
