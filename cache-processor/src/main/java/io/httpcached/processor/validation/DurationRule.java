package io.httpcached.processor.validation;

import io.httpcached.annotation.DurationText;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Durations are valid, not negative and whole seconds, and clients do not keep a response longer than the cache. Durations
 * with placeholders are checked at startup.
 */
final class DurationRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Stream<Problem> ofMembers = Member.DURATIONS.stream()
                .flatMap(member -> check(member.name(), route.policy().setting(member)));
        return Stream.concat(ofMembers, checkClientTtl(route.policy(), route.origin()));
    }

    private static Stream<Problem> check(String member, Setting<String> setting) {
        String text = setting.value();
        if (!isKnown(text)) {
            return Stream.empty();
        }
        Optional<Duration> duration = duration(text);
        if (duration.isEmpty()) {
            return Stream.of(new Problem(
                    setting.origin(),
                    "@HttpCached(" + member + " = \"" + text + "\") is not a duration",
                    "A value that cannot be parsed or is negative cannot be applied",
                    "Use whole numbers with units (90s, 10m, 1h30m), ISO-8601 (PT10M) or a placeholder"));
        }
        return duration.filter(value -> !isWhole(value)).stream()
                .map(value -> fraction(member, setting, value.toSeconds()));
    }

    /** HTTP lifetimes are whole seconds (RFC 9111 §1.2.2). */
    private static boolean isWhole(Duration duration) {
        return duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
    }

    static Problem fraction(String member, Setting<String> setting, long truncated) {
        return new Problem(
                setting.origin(),
                "@HttpCached(" + member + " = \"" + setting.value() + "\") is not a whole number of seconds",
                "HTTP measures lifetimes in seconds (RFC 9111 §1.2.2), so the value would be truncated to " + truncated
                        + "s",
                "Use " + truncated + "s or " + (truncated + 1) + "s");
    }

    private static Stream<Problem> checkClientTtl(Policy policy, Element method) {
        Setting<String> ttl = policy.setting(Member.TTL);
        Setting<String> clientTtl = policy.setting(Member.CLIENT_TTL);
        boolean longer = duration(ttl.value())
                .flatMap(limit -> duration(clientTtl.value()).filter(value -> value.compareTo(limit) > 0))
                .isPresent();
        return longer ? Stream.of(tooLong(ttl, clientTtl, method)) : Stream.empty();
    }

    /** If the two members are set at different elements, the problem is reported at the method. */
    private static Problem tooLong(Setting<String> ttl, Setting<String> clientTtl, Element method) {
        return new Problem(
                ttl.origin().equals(clientTtl.origin()) ? ttl.origin() : method,
                "@HttpCached(clientTtl = \"" + clientTtl.value() + "\") is longer than the ttl of " + ttl.value(),
                "A response has one freshness lifetime in all caches (RFC 9111 §4.2), so the excess would be ignored",
                "Use a clientTtl of at most " + ttl.value());
    }

    /** Returns whether a value is set and has no placeholder. */
    private static boolean isKnown(String text) {
        return !text.isEmpty() && !text.contains("${");
    }

    private static Optional<Duration> duration(String text) {
        if (!isKnown(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(text));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
