package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

@Controller("/phrases")
@HttpCached(ttl = "1h")
@SuppressWarnings("httpcached:unbounded-query")
class PhraseController {

    /** As the application resolves it: by the header, a cookie, the session or a resolver of its own. */
    @Get("/{id}")
    String show(long id, @Nullable Locale locale) {
        return "";
    }

    @Get("/bean")
    String bean(@RequestBean Reader reader) {
        return "";
    }

    /** Micronaut has no binder for this type, and takes it from the query. */
    @Get("/asked")
    String asked(Optional<Locale> locale) {
        return "";
    }

    @Get("/declared")
    String declared(@QueryValue Locale locale, @Header("Accept-Language") @Nullable String accepted) {
        return "";
    }

    /** Names of months are read in the language of the client, numbers are not. */
    @Get("/days")
    String days(@Format("d MMMM") @QueryValue LocalDate day, @Format("dd.MM.yyyy") @QueryValue LocalDate date) {
        return "";
    }

    @Get("/dates")
    String dates(@QueryValue Date date, @Header("If-Modified-Since") @Nullable Date since) {
        return "";
    }

    @Introspected
    record Reader(@Nullable Locale locale, @QueryValue @Nullable String phrase) {}
}
