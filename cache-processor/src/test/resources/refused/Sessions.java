package refused;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.session.Session;
import java.util.Optional;

@Controller("/refused")
class Sessions {

    @Get
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String show(
            Session session) { // error: The parameter 'session' is given Session
        return "";
    }

    @Get("/optional")
    @HttpCached
    String optional(
            Optional<Session> session) { // error: The parameter 'session' is given Session
        return "";
    }
}
