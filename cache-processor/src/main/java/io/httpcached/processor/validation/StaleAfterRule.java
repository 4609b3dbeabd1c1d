package io.httpcached.processor.validation;

import io.httpcached.annotation.DurationText;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * {@code staleAfter} is a duration of at least one millisecond, and stale responses may be served for a time after the freshness
 * lifetime. A value with placeholders is checked at startup.
 */
final class StaleAfterRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Policy policy = route.policy();
        if (!policy.isSet(Member.STALE_AFTER)) {
            return Stream.empty();
        }
        Setting<String> setting = policy.setting(Member.STALE_AFTER);
        if (!setting.value().contains("${") && !isPositive(setting.value())) {
            return Stream.of(new Problem(
                    setting.origin(),
                    annotated(setting) + " is not a duration of at least 1ms",
                    "A request waits for the handler for this time before it is answered with the stale response",
                    "Use a duration such as 200ms or 1s, a placeholder, or staleWhileRevalidate for no wait at all"));
        }
        return policy.isSet(Member.STALE_IF_ERROR) || policy.isSet(Member.POLICY)
                ? Stream.empty()
                : Stream.of(new Problem(
                        Warning.INEFFECTIVE_STALE_AFTER,
                        route.origin(),
                        annotated(setting) + " applies only to responses that set stale-if-error themselves",
                        "A slow handler is treated as one that fails, and within staleWhileRevalidate no request waits",
                        "Set staleIfError to the time for which a stale response may be served"));
    }

    private static String annotated(Setting<String> setting) {
        return "@HttpCached(staleAfter = \"" + setting.value() + "\")";
    }

    private static boolean isPositive(String text) {
        try {
            return DurationText.parse(text).compareTo(Duration.ofMillis(1)) >= 0;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }
}
