package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Lifetimes are whole seconds, as those of HTTP are (RFC 9111 §1.2.2). */
final class WholeSecondsRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.policy().durations().entrySet().stream()
                .flatMap(member -> check(member.getKey(), member.getValue()));
    }

    private static Stream<Finding> check(String member, Setting<String> setting) {
        return Durations.known(setting).filter(duration -> !isWhole(duration)).stream()
                .map(duration -> finding(member, setting, duration.toSeconds()));
    }

    private static boolean isWhole(Duration duration) {
        return duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Finding finding(String member, Setting<String> setting, long cut) {
        return new Finding(
                setting.origin(),
                "@HttpCached(" + member + " = \"" + setting.value() + "\") is no whole number of seconds",
                "HTTP counts lifetimes in seconds (RFC 9111 §1.2.2), so it would be cut to " + cut + "s",
                "Write " + cut + "s or " + (cut + 1) + "s");
    }
}
