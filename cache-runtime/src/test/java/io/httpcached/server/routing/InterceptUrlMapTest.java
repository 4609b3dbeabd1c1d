package io.httpcached.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules are read from the configuration alone, without a bean of Micronaut Security. */
class InterceptUrlMapTest {

    private static final String MAP = "micronaut.security.intercept-url-map";

    @ParameterizedTest
    @CsvSource({
        "/profiles/**, /profiles/{id}, true",
        "/profiles/**, /profiles, true",
        "/profiles/**, /profilesheet, false",
        "/profiles/*, /profiles/{id}, true",
        "/profiles/*, /profiles, false",
        "/profiles/*, /profiles/{id}/photo, false",
        "/profiles/me, /profiles/{id}, true",
        "/profiles/me, '/profiles{/rest*}', true",
        "/profiles/me, /profiles/you, false",
        "/pro?iles/**, /profiles/{id}, true",
        "/pro?iles/**, /products/{id}, false",
        "/profile*, /profile, true",
        "/profile*, /profiles, true",
        "/profile*/photo, /profiles/photo, true",
        "/**/photo, /photo, true",
        "/**/photo, /profiles/{id}/photo, true",
        "/**/photo, /profiles/{id}/name, false",
        "/**, /, true",
        "/**, '/search{?q,page}', true",
        "/search, '/search{?q,page}', true",
    })
    void restrictsPathsThatItsPatternsMatch(String pattern, String template, boolean restricts) {
        assertThat(restricting(template, Map.of(MAP, List.of(rule(pattern, "ROLE")))))
                .isEqualTo(restricts);
    }

    @Test
    void theFirstRuleForAPathDecides() {
        Map<String, Object> open = rule("/profiles/*", "isAnonymous()");
        Map<String, Object> part = rule("/profiles/all", "isAnonymous()");
        Map<String, Object> rest = rule("/**", "isAuthenticated()");
        assertThat(restricting("/profiles/{id}", Map.of(MAP, List.of(open, rest))))
                .isFalse();
        assertThat(restricting("/profiles/{id}", Map.of(MAP, List.of(rest, open))))
                .isTrue();
        assertThat(restricting("/profiles/{id}", Map.of(MAP, List.of(part, rest))))
                .isTrue();
        assertThat(restricting("/profiles/all", Map.of(MAP, List.of(part, rest))))
                .isFalse();
    }

    @Test
    void rulesForGetDecideBeforeRulesForAllMethods() {
        Map<String, Object> get = new HashMap<>(rule("/profiles/**", "isAnonymous()"));
        get.put("httpMethod", "GET");
        assertThat(restricting("/profiles/{id}", Map.of(MAP, List.of(rule("/**", "ROLE"), get))))
                .isFalse();
        get.put("httpMethod", "PUT");
        assertThat(restricting("/profiles/{id}", Map.of(MAP, List.of(rule("/**", "ROLE"), get))))
                .isTrue();
    }

    @Test
    void readsPropertiesWithIndexesAndTexts() {
        Map<String, Object> properties = Map.of(
                MAP + "[0].pattern", "/open",
                MAP + "[0].access", "ROLE, isAnonymous()",
                MAP + "[1].pattern", "/closed",
                MAP + "[1].access[0]", "ROLE");
        assertThat(restricting("/open", properties)).isFalse();
        assertThat(restricting("/closed", properties)).isTrue();
    }

    @Test
    void nothingIsRestrictedWithoutRulesOrWithoutSecurity() {
        assertThat(restricting("/profiles", Map.of())).isFalse();
        assertThat(restricting(
                        "/profiles", Map.of(MAP, List.of(rule("/**", "ROLE")), "micronaut.security.enabled", false)))
                .isFalse();
    }

    @Test
    void patternsLackTheContextPathUnlessConfigured() {
        Map<String, Object> properties = new HashMap<>(Map.of(MAP, List.of(rule("/profiles", "ROLE"))));
        assertThat(restricting("/shop/profiles", properties, "/shop")).isTrue();
        properties.put("micronaut.security.intercept-url-map-prepend-pattern-with-context-path", false);
        assertThat(restricting("/shop/profiles", properties, "/shop")).isFalse();
    }

    private static boolean restricting(String template, Map<String, Object> properties) {
        return restricting(template, properties, "");
    }

    private static boolean restricting(String template, Map<String, Object> properties, String contextPath) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .build()) {
            Environment environment = context.getEnvironment().start();
            return InterceptUrlMap.of(environment, new ContextPath(() -> contextPath))
                            .restricting(template)
                    != null;
        }
    }

    private static Map<String, Object> rule(String pattern, String... access) {
        return Map.of("pattern", pattern, "access", List.of(access));
    }
}
