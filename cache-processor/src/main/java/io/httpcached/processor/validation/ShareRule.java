package io.httpcached.processor.validation;

import io.httpcached.annotation.DurationText;
import io.httpcached.annotation.ShareText;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shares of a lifetime are percentages or durations of whole seconds, and at least one second of the ttl, but not all of it.
 * Those with placeholders are checked at startup.
 */
final class ShareRule implements Rule {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Setting<String> ttl = route.policy().setting(Member.TTL);
        return Member.SHARES.stream()
                .flatMap(member -> check(member.name(), route.policy().setting(member), ttl, route.origin()).stream());
    }

    private static Optional<Problem> check(
            String member, Setting<String> setting, Setting<String> ttl, Element method) {
        String text = setting.value();
        if (text.isEmpty() || text.contains("${")) {
            return Optional.empty();
        }
        Optional<Duration> lifetime = lifetime(ttl.value());
        Duration share;
        try {
            share = ShareText.of(text, lifetime.orElse(Duration.ZERO));
        } catch (IllegalArgumentException invalid) {
            return Optional.of(new Problem(
                    setting.origin(),
                    annotated(member, setting) + " is not a share of a lifetime",
                    "A value that cannot be parsed or is negative cannot be applied",
                    "Use a percentage from 0% to 99% (10%), a duration of whole seconds (30s) or a placeholder"));
        }
        if (!ShareText.isPercentage(text) && !share.equals(share.truncatedTo(ChronoUnit.SECONDS))) {
            return Optional.of(DurationRule.fraction(member, setting, share.toSeconds()));
        }
        Element origin = setting.origin().equals(ttl.origin()) ? ttl.origin() : method;
        return lifetime.flatMap(whole -> check(member, setting, ttl.value(), share, whole, origin));
    }

    private static Optional<Problem> check(
            String member, Setting<String> setting, String ttl, Duration share, Duration whole, Element origin) {
        if (share.compareTo(whole) >= 0 && !share.isZero()) {
            return Optional.of(new Problem(
                    origin,
                    annotated(member, setting) + " is not shorter than the ttl of " + ttl,
                    "It is a share of the lifetime, of which at least one second has to remain",
                    "Use a shorter duration, or a percentage such as 20%"));
        }
        boolean none = setting.value().matches("0+%") || (share.isZero() && !ShareText.isPercentage(setting.value()));
        return none || share.compareTo(SECOND) >= 0
                ? Optional.empty()
                : Optional.of(new Problem(
                        origin,
                        annotated(member, setting) + " is less than a second of the ttl of " + ttl,
                        "HTTP measures lifetimes in seconds (RFC 9111 §1.2.2), so it would have no effect",
                        "Use a larger share or a longer ttl, or remove " + member));
    }

    private static String annotated(String member, Setting<String> setting) {
        return "@HttpCached(" + member + " = \"" + setting.value() + "\")";
    }

    /** {@return the ttl, empty if it is not set, has a placeholder, or is itself an error} */
    private static Optional<Duration> lifetime(String ttl) {
        if (ttl.isEmpty() || ttl.contains("${")) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(ttl));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
