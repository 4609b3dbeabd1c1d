package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every name in {@code vary} is the name of a request field (RFC 9110 §12.5.5). */
final class VaryRule implements Rule {

    /** A token (RFC 9110 §5.6.2). */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Setting<List<String>> vary = route.policy().vary();
        return vary.value().stream().flatMap(name -> check(name, vary));
    }

    private static Stream<Finding> check(String name, Setting<List<String>> vary) {
        String wrong = "@HttpCached(vary = \"" + name + "\") ";
        if (name.equals("*")) {
            return Stream.of(new Finding(
                    vary.origin(),
                    wrong + "forbids every reuse",
                    "It says that no request can be told equal to another, so nothing stored would ever be served",
                    "Name the fields that the response depends on, or exclude the method with @NoHttpCache"));
        }
        if (!FIELD_NAME.matcher(name).matches()) {
            return Stream.of(new Finding(
                    vary.origin(),
                    wrong + "is no field name",
                    "A request can never carry such a field (RFC 9110 §5.1)",
                    "Write the name alone, one a string, for example {\"Accept-Language\", \"X-Tenant\"}"));
        }
        return Stream.empty();
    }
}
