package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.httpcached.suite.server.TestServer;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asserts that startup fails for invalid settings. */
final class StartupFailures {

    private StartupFailures() {}

    /**
     * Asserts that startup fails with these settings, and that one sentence of the message contains all these words.
     */
    static void assertStartupFails(Map<String, Object> settings, String... words) {
        List<String> sentences = new ArrayList<>();
        Object[] namesAndValues = settings.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray();
        Throwable failure = catchThrowable(
                () -> TestServer.start("failures", namesAndValues).close());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                sentences.add(String.valueOf(cause.getMessage()));
            }
        }
        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).contains(words));
    }
}
