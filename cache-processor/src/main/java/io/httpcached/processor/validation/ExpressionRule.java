package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.TagTemplate;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No text contains an expression of Micronaut (<code>#{…}</code>): the interceptor would contain the name of the class that
 * Micronaut generates for it.
 */
final class ExpressionRule {

    private static final Pattern EXPRESSION = Pattern.compile("#\\{\\s*([^}]*?)\\s*}");
    private static final String CACHED = "@HttpCached";
    private static final String INVALIDATE = "@HttpCacheInvalidate";
    private static final String PLACEHOLDER =
            "Write a property placeholder, for example ${catalog.name}, or the text itself";
    private static final String FIELD = "Write the name of a header field";
    private static final String PARAMETER = "Write the name of a query parameter";

    private ExpressionRule() {}

    static Stream<Problem> check(CachedRoute route) {
        return Member.ALL.stream()
                .flatMap(member -> check(member, route.policy().setting(member)));
    }

    static Stream<Problem> check(InvalidatingRoute route) {
        return route.invalidations().stream().flatMap(invalidation -> check(invalidation, route.origin()));
    }

    private static Stream<Problem> check(Member<?> member, Setting<?> setting) {
        String advice = advice(member);
        return switch (member.kind()) {
            case DURATION, TIMEOUT, SHARE, TEXT ->
                check(CACHED, member.name(), setting.value().toString(), setting.origin(), advice);
            case TEXTS ->
                ((List<?>) setting.value())
                        .stream()
                                .map(Object::toString)
                                .flatMap(text -> check(
                                        CACHED,
                                        member.name(),
                                        text,
                                        setting.origin(),
                                        member.equals(Member.TAGS) ? template(text) : advice));
            case CHOICE, NUMBERS, VERSION, CONTRIBUTORS -> Stream.empty();
        };
    }

    private static String advice(Member<?> member) {
        if (member.equals(Member.VARY)) {
            return FIELD;
        }
        return member.equals(Member.IGNORED_PARAMETERS) ? PARAMETER : PLACEHOLDER;
    }

    private static Stream<Problem> check(Invalidation invalidation, Element origin) {
        Stream<Problem> ofNamespace = check(INVALIDATE, "namespace", invalidation.namespace(), origin, PLACEHOLDER);
        return Stream.of(
                        checkTemplates("tags", invalidation.tags(), origin),
                        checkTemplates("paths", invalidation.paths(), origin),
                        ofNamespace)
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> checkTemplates(String member, List<TagTemplate> templates, Element origin) {
        return templates.stream()
                .map(TagTemplate::text)
                .flatMap(text -> check(INVALIDATE, member, text, origin, template(text)));
    }

    private static String template(String text) {
        return "Write " + EXPRESSION.matcher(text).replaceAll("{$1}") + ", which refers to the parameter of that name";
    }

    private static Stream<Problem> check(String annotation, String member, String text, Element origin, String advice) {
        return EXPRESSION.matcher(text).find()
                ? Stream.of(new Problem(
                        origin,
                        annotation + "(" + member + " = \"" + text + "\") contains an expression",
                        "Micronaut evaluates #{…} for beans, but no bean reads this annotation, so the expression would have no"
                                + " value",
                        advice))
                : Stream.empty();
    }
}
