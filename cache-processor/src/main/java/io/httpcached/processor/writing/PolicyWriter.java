package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.VersionType;
import java.util.ArrayList;
import java.util.List;

/** Writes the policy of a route: what is set, and nothing else. */
final class PolicyWriter {

    private static final int SHORT = 2;

    private final List<CodeBlock> calls = new ArrayList<>();

    private PolicyWriter() {}

    /*
     * RoutePolicy.builder().ttl("10m").build()
     */
    static CodeBlock policy(NamedRoute route) {
        return new PolicyWriter().builder(route);
    }

    private CodeBlock builder(NamedRoute route) {
        Policy policy = route.route().policy();
        policy.durations().forEach((member, setting) -> text(member, setting.value()));
        choice("scope", route.route().scope(), CacheScope.AUTO);
        choice("keySource", policy.keySource().value(), KeySource.SIGNATURE);
        list("vary", "$S", route.plan().vary());
        list("keyedInPart", "$S", route.plan().keyedInPart());
        list("statuses", "$L", policy.statuses().value());
        choice("requestDirectives", policy.requestDirectives().value(), RequestDirectives.DEFAULT);
        text("namespace", policy.namespace().value());
        text("backend", policy.backend().value());
        text("policy", policy.policy().value());
        version(policy.version().value());
        String separator = calls.size() > SHORT ? "\n" : "";
        return CodeBlock.builder()
                .add("$T.builder()$>$>$L", RuntimeTypes.ROUTE_POLICY, separator)
                .add(calls.stream().collect(CodeBlock.joining(separator, "", separator)))
                .add(".build()$<$<")
                .build();
    }

    private void version(VersionType type) {
        if (!type.equals(VersionType.NONE)) {
            calls.add(CodeBlock.of(".version($T.class)", ClassName.bestGuess(type.name())));
        }
    }

    private void text(String member, String value) {
        if (!value.isEmpty()) {
            calls.add(CodeBlock.of(".$L($S)", member, value));
        }
    }

    private void choice(String member, Enum<?> value, Enum<?> otherwise) {
        if (value != otherwise) {
            calls.add(CodeBlock.of(".$L($T.$L)", member, value.getDeclaringClass(), value.name()));
        }
    }

    private void list(String member, String format, List<?> values) {
        if (!values.isEmpty()) {
            CodeBlock arguments =
                    values.stream().map(value -> CodeBlock.of(format, value)).collect(CodeBlock.joining(", "));
            calls.add(CodeBlock.of(".$L($L)", member, arguments));
        }
    }
}
