package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.Locale;

@Controller("/greetings")
@HttpCached(ttl = "1m")
class GreetingController {

    @Get("/required")
    String required(
            Locale locale) { // warning: The parameter 'locale' requires a language
        return "" + locale;
    }

    @Get("/field")
    String field(
            @RequestBean Reader reader) { // warning: The parameter 'reader.locale' requires a language
        return "" + reader;
    }

    @Get("/silenced")
    @SuppressWarnings("httpcached:required-locale")
    String silenced(Locale locale) {
        return "" + locale;
    }

    @Get("/path/{locale}")
    String path(Locale locale) {
        return "" + locale;
    }

    @Introspected
    record Reader(Locale locale, @Nullable Integer page) {}
}
