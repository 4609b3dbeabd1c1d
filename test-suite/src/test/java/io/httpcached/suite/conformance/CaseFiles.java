package io.httpcached.suite.conformance;

import io.httpcached.suite.conformance.Case.Exchange;
import io.httpcached.suite.conformance.Case.Handler;
import io.httpcached.suite.conformance.Case.Request;
import io.httpcached.suite.conformance.Case.Response;
import io.httpcached.suite.conformance.Section.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the case files. */
final class CaseFiles {

    private static final String SUFFIX = ".yaml";

    private CaseFiles() {}

    /** Returns the sections in the order of their files. */
    static List<Section> read() {
        URL folder = Objects.requireNonNull(CaseFiles.class.getResource("/conformance"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(CaseFiles::section)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all cases of all sections. */
    static List<Case> cases() {
        return read().stream().flatMap(Section::cases).toList();
    }

    private static Section section(Path file) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        YamlMapping root = new YamlMapping(name, parse(file), UnaryOperator.identity());
        Section section = new Section(name, root.children("rules", CaseFiles::rule));
        root.close();
        return section;
    }

    private static Object parse(Path file) {
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(YamlMapping rule) {
        String text = rule.text("rule");
        List<List<Case>> groups = new ArrayList<>();
        for (Object node : rule.raw("cases")) {
            groups.add(group("'" + text + "', case " + (groups.size() + 1), node));
        }
        return new Rule(text, rule.text("section"), groups);
    }

    private static List<Case> group(String where, Object node) {
        List<Case> cases = new ArrayList<>();
        for (UnaryOperator<String> expand : instances(node)) {
            YamlMapping attributes = new YamlMapping(where, node, expand);
            attributes.raw("each");
            cases.add(readCase(attributes));
            attributes.close();
        }
        return cases;
    }

    /**
     * Returns the instances of a case. A case with {@code each} has one instance for each item, whose values replace
     * their names in braces.
     */
    private static List<UnaryOperator<String>> instances(Object node) {
        if (!(node instanceof Map<?, ?> map && map.get("each") instanceof List<?> items)) {
            return List.of(UnaryOperator.identity());
        }
        List<UnaryOperator<String>> instances = new ArrayList<>();
        for (Object item : items) {
            Map<String, String> values = new LinkedHashMap<>();
            if (item instanceof Map<?, ?> named) {
                named.forEach((name, value) -> values.put("{" + name + "}", String.valueOf(value)));
            } else {
                values.put("{each}", String.valueOf(item));
            }
            instances.add(text -> replace(text, values));
        }
        return instances;
    }

    private static String replace(String text, Map<String, String> values) {
        String replaced = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            replaced = replaced.replace(value.getKey(), value.getValue());
        }
        return replaced;
    }

    private static Case readCase(YamlMapping node) {
        return new Case(
                node.text("id"),
                node.constant(Kind.class, "kind", Kind.REQUIRED),
                node.text("does"),
                node.constant(ServerSetup.class, "server", ServerSetup.PLAIN),
                node.textOr("route", "uri"),
                node.children("exchanges", CaseFiles::exchange));
    }

    private static Exchange exchange(YamlMapping node) {
        Handler inTurn = handler(node.child("handler"));
        Handler behind = handler(node.child("refresh"));
        if (inTurn != null && behind != null) {
            throw new IllegalArgumentException(
                    "A handler is reached before the answer or after it, not both: " + inTurn);
        }
        return new Exchange(
                node.number("advance", 0),
                request(node.childOrEmpty("request")),
                inTurn != null ? inTurn : behind,
                behind != null,
                response(node.childOrEmpty("response")));
    }

    private static Request request(YamlMapping node) {
        Request request = new Request(node.textOr("method", "GET"), node.textOr("path", ""), node.texts("fields"));
        node.close();
        return request;
    }

    private static @Nullable Handler handler(@Nullable YamlMapping node) {
        if (node == null) {
            return null;
        }
        Handler handler = new Handler(
                node.number("status", 200),
                node.texts("fields"),
                node.textOr("body", ""),
                node.flag("fails"),
                node.flag("hangs"),
                node.text("method", null),
                node.texts("saw"),
                node.texts("missed"));
        node.close();
        return handler;
    }

    private static Response response(YamlMapping node) {
        Response response = new Response(
                node.number("status", 200),
                node.text("trace", null),
                node.text("body", null),
                node.texts("parts"),
                node.texts("fields"),
                node.texts("lacks"),
                node.texts("matches"));
        node.close();
        return response;
    }
}
