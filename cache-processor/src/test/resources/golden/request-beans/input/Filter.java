package golden;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;

@Introspected
record Filter(
        @PathVariable String shop,
        @QueryValue(defaultValue = "20") int limit,
        @QueryValue("q") @Nullable String text,
        @Header("Accept-Language") @Nullable String language) {}
