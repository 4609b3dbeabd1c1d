package io.httpcached.suite.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.conformance.Case.Exchange;
import io.httpcached.suite.conformance.Case.Handler;
import io.httpcached.suite.conformance.Case.Response;
import io.httpcached.suite.conformance.Script.Call;
import io.httpcached.suite.conformance.Script.Field;
import io.httpcached.suite.server.TestClock;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/** Runs cases one after another on a server. */
final class CaseRunner implements AutoCloseable {

    private final TestServer server;
    private final TestClock clock;
    private final Scripts scripts;

    CaseRunner(ServerSetup laboratory) {
        this.server = laboratory.start();
        this.clock = server.bean(TestClock.class);
        this.scripts = server.bean(Scripts.class);
    }

    void run(Case conformanceCase) throws InterruptedException {
        Placeholders placeholders =
                new Placeholders(clock, conformanceCase.path(), "localhost", Integer.toString(server.port()));
        int number = 0;
        for (Exchange exchange : conformanceCase.exchanges()) {
            number++;
            clock.advance(Duration.ofSeconds(exchange.advance()));
            run("exchange " + number, conformanceCase, placeholders.expand(exchange));
        }
    }

    private void run(String where, Case conformanceCase, Exchange exchange) throws InterruptedException {
        Script script = new Script(exchange.handler());
        scripts.set(conformanceCase, script);
        WireResponse seen = server.send(
                exchange.request().method(),
                conformanceCase.path() + exchange.request().suffix(),
                exchange.request().fields().toArray(String[]::new));
        script.answered();
        if (exchange.inBackground()) {
            assertThat(script.awaitRefresh()).as(where + ": background refresh").isTrue();
        }
        SoftAssertions soft = new SoftAssertions();
        checkCalls(soft, where, script.calls(), exchange);
        checkResponse(soft, where, seen, exchange.response());
        soft.assertAll();
    }

    private static void checkCalls(SoftAssertions soft, String where, List<Call> calls, Exchange exchange) {
        Handler handler = exchange.handler();
        soft.assertThat(calls).as(where + ": handler runs").hasSize(handler == null ? 0 : 1);
        if (handler == null || calls.size() != 1) {
            return;
        }
        Call call = calls.get(0);
        String method = handler.method() == null ? exchange.request().method() : handler.method();
        soft.assertThat(call.method())
                .as(where + ": method of the handler's request")
                .isEqualTo(method);
        byName(handler.saw()).forEach((name, values) -> soft.assertThat(call.values(name))
                .as(where + ": " + name + " of the handler's request")
                .isEqualTo(values));
        handler.missed().forEach(name -> soft.assertThat(call.values(name))
                .as(where + ": " + name + " of the handler's request")
                .isEmpty());
    }

    private static void checkResponse(SoftAssertions soft, String where, WireResponse seen, Response expected) {
        soft.assertThat(seen.status()).as(where + ": status").isEqualTo(expected.status());
        if (expected.trace() != null) {
            boolean detail = Trace.hasDetail(expected.trace());
            soft.assertThat(Trace.of(seen.cacheStatus(), detail))
                    .as(where + ": trace")
                    .isEqualTo(Trace.of(expected.trace(), detail));
        }
        if (expected.body() != null) {
            soft.assertThat(seen.text()).as(where + ": body").isEqualTo(expected.body());
        }
        if (!expected.parts().isEmpty()) {
            soft.assertThat(Multipart.parts(seen)).as(where + ": parts").isEqualTo(expected.parts());
        }
        byName(expected.fields()).forEach((name, values) -> soft.assertThat(seen.headers(name))
                .as(where + ": " + name)
                .isEqualTo(values));
        byName(expected.matches()).forEach((name, patterns) -> soft.assertThat(seen.headers(name))
                .as(where + ": " + name)
                .singleElement()
                .asString()
                .matches(patterns.get(0)));
        expected.lacks().forEach(name -> soft.assertThat(seen.headers(name))
                .as(where + ": " + name)
                .isEmpty());
    }

    private static Map<String, List<String>> byName(List<String> lines) {
        return lines.stream()
                .map(Field::of)
                .collect(Collectors.groupingBy(Field::name, Collectors.mapping(Field::value, Collectors.toList())));
    }

    @Override
    public void close() {
        server.close();
    }
}
