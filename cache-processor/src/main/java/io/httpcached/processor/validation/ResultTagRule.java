package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import java.util.List;
import java.util.stream.Stream;

/** Declared result tags are texts in which {@code *} stands for any text. */
final class ResultTagRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Setting<List<String>> declared = route.policy().setting(Member.RESULT_TAGS);
        return declared.value().stream().flatMap(tag -> check(tag, declared));
    }

    private static Stream<Problem> check(String tag, Setting<List<String>> declared) {
        if (tag.isBlank()) {
            return Stream.of(new Problem(
                    declared.origin(),
                    "The result tag \"" + tag + "\" is empty",
                    "A handler cannot add an empty tag",
                    "Write the tag, for example product:*, or remove it"));
        }
        return tag.contains("{") || tag.contains("}")
                ? Stream.of(new Problem(
                        declared.origin(),
                        "The result tag \"" + tag + "\" contains a brace",
                        "The handler fills in the values of result tags, not the parameters of the method",
                        "Write * for the part that the handler fills in, for example \""
                                + tag.replaceAll("\\{[^{}]*}?|}", "*") + "\""))
                : Stream.empty();
    }
}
