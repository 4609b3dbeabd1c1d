package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheRequestTest {

    @ParameterizedTest
    @CsvSource({"GET, true, false", "HEAD, true, true", "POST, false, false", "head, false, false"})
    void methodsAreComparedToTheLetter(String method, boolean getOrHead, boolean head) {
        assertThat(Samples.request(method).isGetOrHead()).isEqualTo(getOrHead);
        assertThat(Samples.request(method).isHead()).isEqualTo(head);
    }

    @Test
    void aPrincipalOrAnAuthorizationMakesARequestAuthenticated() {
        assertThat(Samples.get().isAuthenticated()).isFalse();
        assertThat(Samples.get("authorization", "").isAuthenticated()).isTrue();
        assertThat(Samples.getAsUser().isAuthenticated()).isTrue();
    }

    @Test
    void aRequestIsKeyedUnlessItSaysOtherwise() {
        CacheRequest request = new CacheRequest() {
            @Override
            public String method() {
                return "GET";
            }

            @Override
            public FieldLines fields() {
                return Fields.EMPTY;
            }

            @Override
            public boolean hasPrincipal() {
                return false;
            }
        };
        assertThat(request.isKeyed()).isTrue();
    }
}
