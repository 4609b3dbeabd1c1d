package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.session.Session;
import io.micronaut.session.annotation.SessionValue;
import java.util.Optional;

@Controller("/refused")
class Sessions {

    @Get
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String show(
            Session session) { // error: The parameter 'session' receives Session
        return "";
    }

    @Get("/optional")
    @HttpCached
    String optional(
            Optional<Session> session) { // error: The parameter 'session' receives Session
        return "";
    }

    @Get("/value")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String value(
            @SessionValue("cart") String cart) { // error: The parameter 'cart' receives a value of the session
        return "";
    }

    @Get("/optional-value")
    @HttpCached
    String optionalValue(
            @SessionValue Optional<String> cart) { // error: The parameter 'cart' receives a value of the session
        return "";
    }
}
