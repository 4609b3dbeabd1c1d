package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequestPartTest {

    @Property
    void textStandsForThePartAlone(
            @ForAll RequestPart.Kind kind,
            @ForAll String name,
            @ForAll RequestPart.Kind otherKind,
            @ForAll String otherName) {
        RequestPart part = new RequestPart(kind, name);
        RequestPart other = new RequestPart(otherKind, otherName);
        assertThat(part.text().equals(other.text())).isEqualTo(part.equals(other));
    }

    @Property
    void parseReadsTheText(@ForAll RequestPart.Kind kind, @ForAll String name) {
        RequestPart part = kind == RequestPart.Kind.FIELD ? RequestPart.field(name) : new RequestPart(kind, name);
        assertThat(RequestPart.parse(part.text())).isEqualTo(part);
    }

    @Test
    void textsAreAsDocumented() {
        assertThat(RequestPart.field("X-Tenant").text()).isEqualTo("x-tenant");
        assertThat(RequestPart.lines("X-Tenant").text()).isEqualTo("lines:x-tenant");
        assertThat(RequestPart.lines("X-Tenant")).hasToString("x-tenant");
        assertThat(new RequestPart(RequestPart.Kind.COOKIE, "theme").text()).isEqualTo("cookie:theme");
        assertThat(RequestPart.of(RequestPart.Kind.LOCALE).text()).isEqualTo("locale:");
    }

    @Test
    void unknownKindIsRejected() {
        assertThatThrownBy(() -> RequestPart.parse("moon:phase")).isInstanceOf(IllegalArgumentException.class);
    }
}
