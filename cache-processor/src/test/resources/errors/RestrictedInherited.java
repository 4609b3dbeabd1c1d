package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

@Controller("/refused")
class RestrictedInherited extends RestrictedBase implements RestrictedContract {

    @Override
    @HttpCached
    public String fromInterface() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }
}

abstract class RestrictedBase {

    @Get("/superclass")
    @Secured("ADMIN")
    @HttpCached
    String fromSuperclass() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }
}

interface RestrictedContract {

    @Get("/interface")
    @Secured("ADMIN")
    String fromInterface();
}
