package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.BasicAuth;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.RouteMatch;
import java.util.Locale;

@Controller("/refused")
class TypedBinders {

    @Get("/locale")
    @HttpCached
    String locale(
            Locale locale) { // error: The parameter 'locale' is given Locale
        return "";
    }

    @Get("/auth")
    @HttpCached
    String auth(
            BasicAuth auth) { // error: The parameter 'auth' is given BasicAuth
        return "";
    }

    @Get("/route")
    @HttpCached
    String route(
            RouteMatch<?> route) { // error: The parameter 'route' is given RouteMatch
        return "";
    }
}
