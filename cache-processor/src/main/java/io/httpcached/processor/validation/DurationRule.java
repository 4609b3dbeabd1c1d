package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import java.util.stream.Stream;

/** Every duration can be read, and none is negative. What holds a placeholder is judged at start-up. */
final class DurationRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.policy().durations().entrySet().stream()
                .flatMap(member -> check(member.getKey(), member.getValue()));
    }

    private static Stream<Finding> check(String member, Setting<String> setting) {
        String text = setting.value();
        return !Durations.isWritten(text) || Durations.known(setting).isPresent()
                ? Stream.empty()
                : Stream.of(new Finding(
                        setting.origin(),
                        "@HttpCached(" + member + " = \"" + text + "\") is no duration",
                        "A lifetime that cannot be read, or is negative, cannot be applied",
                        "Write whole numbers with units (90s, 10m, 1h30m), ISO-8601 (PT10M) or a placeholder"));
    }
}
