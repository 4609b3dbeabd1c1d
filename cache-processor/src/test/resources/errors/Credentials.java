package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.BasicAuth;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Credentials {

    @Get("/auth")
    @HttpCached
    String auth(
            BasicAuth auth) { // error: The parameter 'auth' receives BasicAuth
        return "";
    }

    @Get("/whole-uri")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "Authorization")
    String wholeUri(
            BasicAuth auth) { // error: The parameter 'auth' receives BasicAuth
        return "";
    }
}
