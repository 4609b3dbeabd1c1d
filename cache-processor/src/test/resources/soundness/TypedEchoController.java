package soundness;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Says what it was given. Path variables of types whose values have several spellings. */
@Controller(value = "/echo", produces = "text/plain")
@HttpCached(ttl = "1m")
class TypedEchoController {

    @Get("/typed-long/{fooBar}")
    String number(long fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-uuid/{fooBar}")
    String uuid(UUID fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-flag/{fooBar}")
    String flag(boolean fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-decimal/{fooBar}")
    String decimal(BigDecimal fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-double/{fooBar}")
    String real(double fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-float/{fooBar}")
    String single(@PathVariable("fooBar") Float value) {
        return "" + value;
    }

    @Get("/typed-enum/{fooBar}")
    String enumeration(EchoController.Order fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-moment/{fooBar}")
    String moment(OffsetDateTime fooBar) {
        return "" + fooBar;
    }

    @Get("/typed-duration/{fooBar}")
    String duration(Duration fooBar) {
        return "" + fooBar;
    }
}
