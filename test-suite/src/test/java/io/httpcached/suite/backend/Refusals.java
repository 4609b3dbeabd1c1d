package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.httpcached.suite.server.TestServer;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settings that stop an application at its start. */
final class Refusals {

    private Refusals() {}

    /** Asserts that an application does not start with these settings, and that one sentence has all these words. */
    static void assertRefused(Map<String, Object> settings, String... words) {
        List<String> sentences = new ArrayList<>();
        Object[] namesAndValues = settings.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray();
        Throwable refusal = catchThrowable(
                () -> TestServer.start("refusals", namesAndValues).close());
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                sentences.add(String.valueOf(cause.getMessage()));
            }
        }
        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).contains(words));
    }
}
