package io.httpcached.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.server.interceptor.RoutePolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of members is complete on both sides: in the annotation and in the policy that interceptors build. */
class MemberTest {

    @Test
    void listsEveryMemberOfTheAnnotation() {
        assertThat(Member.ALL)
                .extracting(Member::name)
                .containsExactlyInAnyOrderElementsOf(Stream.of(HttpCached.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void hasTheDefaultsOfTheAnnotation() throws NoSuchMethodException {
        for (Member<?> member : Member.ALL) {
            assertThat(text(HttpCached.class.getMethod(member.name()).getDefaultValue()))
                    .as(member.name())
                    .isEqualTo(text(member.unset()));
        }
    }

    @Test
    void theBuilderOfPoliciesHasEveryMemberThatIsPassedOn() {
        assertThat(Arrays.stream(RoutePolicy.Builder.class.getMethods()).map(Method::getName))
                .contains(Member.KEY.name())
                .containsAll(Member.PASSED_ON.stream().map(Member::name).toList());
    }

    private static String text(Object value) {
        if (value instanceof Class<?> type) {
            return type.getCanonicalName();
        }
        if (value instanceof VersionType type) {
            return type.name();
        }
        return value.getClass().isArray() ? "[]" : value.toString();
    }
}
