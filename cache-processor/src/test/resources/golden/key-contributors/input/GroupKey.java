package golden;

import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

@Singleton
class GroupKey implements KeyContributor {

    @Override
    public KeyContribution contribute(HttpRequest<?> request) {
        return KeyContribution.of("group");
    }
}
