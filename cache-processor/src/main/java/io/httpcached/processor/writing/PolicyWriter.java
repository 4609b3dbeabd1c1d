package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.ContributorType;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.VersionType;
import java.util.ArrayList;
import java.util.List;

/** Writes the policy of a route: a call of the builder for each member that is set. */
final class PolicyWriter {

    /** The number of calls that fit on one line. */
    private static final int SHORT = 2;

    private final List<CodeBlock> calls = new ArrayList<>();

    private PolicyWriter() {}

    /*
     * RoutePolicy.builder().ttl("10m").build()
     */
    static CodeBlock policy(GeneratedRoute route) {
        PolicyWriter writer = new PolicyWriter();
        writer.addPassedOn(route.route().policy());
        writer.addInferred(route);
        return writer.builder();
    }

    private void addPassedOn(Policy policy) {
        for (Member<?> member : Member.PASSED_ON) {
            if (policy.isSet(member)) {
                add(member.name(), arguments(policy.value(member)));
            }
        }
    }

    private void addInferred(GeneratedRoute route) {
        CacheScope scope = route.route().scope();
        if (scope != CacheScope.AUTO) {
            add("scope", arguments(scope));
        }
        KeySource keySource = route.route().policy().value(Member.KEY_SOURCE);
        if (keySource != KeySource.SIGNATURE) {
            add("keySource", arguments(keySource));
        }
        if (route.route().keysBody()) {
            add("safe", CodeBlock.of("$S", route.route().httpMethods().get(0)));
        }
        route.route().policy().value(Member.KEY).forEach(type -> add(Member.KEY.name(), arguments(type)));
        addList("vary", route.key().vary());
        addList("keyedInPart", route.key().keyedInPart());
        addList("takenParameters", route.route().takenParameters());
    }

    private void addList(String member, List<String> values) {
        if (!values.isEmpty()) {
            add(member, arguments(values));
        }
    }

    private void add(String member, CodeBlock arguments) {
        calls.add(CodeBlock.of(".$L($L)", member, arguments));
    }

    private static CodeBlock arguments(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(PolicyWriter::arguments).collect(CodeBlock.joining(", "));
        }
        if (value instanceof Enum<?> choice) {
            return CodeBlock.of("$T.$L", choice.getDeclaringClass(), choice.name());
        }
        if (value instanceof VersionType type) {
            return CodeBlock.of("$T.class", ClassName.bestGuess(type.name()));
        }
        if (value instanceof ContributorType type) {
            return CodeBlock.of("$T.class", ClassName.bestGuess(type.name()));
        }
        return CodeBlock.of(value instanceof String ? "$S" : "$L", value);
    }

    private CodeBlock builder() {
        String separator = calls.size() > SHORT ? "\n" : "";
        return CodeBlock.builder()
                .add("$T.builder()$>$>$L", RuntimeTypes.ROUTE_POLICY, separator)
                .add(calls.stream().collect(CodeBlock.joining(separator, "", separator)))
                .add(".build()$<$<")
                .build();
    }
}
