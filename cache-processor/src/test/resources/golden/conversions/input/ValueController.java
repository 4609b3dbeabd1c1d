package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Controller("/values")
@HttpCached(ttl = "1h")
class ValueController {

    @Get("/numbers")
    String numbers(@QueryValue BigDecimal price, @QueryValue(defaultValue = "1.5") double factor, @QueryValue byte bits) {
        return "";
    }

    @Get("/times")
    String times(@QueryValue LocalDate day, @QueryValue Optional<Instant> since, @QueryValue ZoneId zone) {
        return "";
    }

    @Get("/others")
    String others(@QueryValue UUID id, @QueryValue Currency currency, @QueryValue(defaultValue = "false") boolean all) {
        return "";
    }

    /** An enum with a default may still be made of its property where the text is no constant. */
    @Get("/enums")
    String enums(@QueryValue Order order, @QueryValue(defaultValue = "ASC") Order other) {
        return "";
    }

    /** A text becomes bytes in the charset that the client accepts. */
    @Get("/bytes")
    String bytes(@QueryValue byte[] token, @Header("X-Token") @Nullable List<byte[]> tokens) {
        return "";
    }

    @Get("/fields")
    String fields(@Header("X-Count") int count, @Header List<String> accept, @CookieValue(defaultValue = "3") int size) {
        return "";
    }

    @Introspected
    enum Order {
        ASC,
        DESC
    }
}
