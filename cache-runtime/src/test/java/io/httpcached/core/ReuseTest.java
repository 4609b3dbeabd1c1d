package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Reuse.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReuseTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyUsersAndAuthorizationMakeARequestAuthenticated(Reason reason) {
        assertThat(reason.isAuthenticated()).isEqualTo(reason == Reason.USER || reason == Reason.AUTHORIZATION);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAText(Reason reason) {
        assertThat(reason.text()).isNotBlank();
        assertThat(new Reuse.Forward(Forwarding.MISS, true, reason).text()).isEqualTo(reason.text());
    }

    @Test
    void aRefusalNamesTheDirectiveAndTheReason() {
        assertThat(new Reuse.GatewayTimeout(Reason.ABSENT).text())
                .isEqualTo("the request says only-if-cached, and " + Reason.ABSENT.text());
    }
}
