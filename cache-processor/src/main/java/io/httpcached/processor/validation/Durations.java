package io.httpcached.processor.validation;

import io.httpcached.annotation.DurationText;
import io.httpcached.processor.model.Setting;
import java.time.Duration;
import java.util.Optional;

/** The durations that are known while the application compiles. */
final class Durations {

    private Durations() {}

    /** {@return whether a text is to be a duration, rather than nothing or something that start-up makes one of} */
    static boolean isWritten(String text) {
        return !text.isEmpty() && !text.contains("${");
    }

    /** {@return the duration that a member holds; empty if it is not set, unreadable or known at start-up only} */
    static Optional<Duration> known(Setting<String> setting) {
        if (!isWritten(setting.value())) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(setting.value()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty(); // which is for DurationRule to tell
        }
    }
}
