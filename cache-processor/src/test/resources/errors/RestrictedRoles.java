package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

@Controller("/refused")
@RolesAllowed("ADMIN")
class RestrictedRoles {

    @Get("/class")
    @HttpCached
    String ofClass() { // error: The method is restricted by @RolesAllowed, and the scope is AUTO
        return "";
    }

    @Get("/method")
    @RolesAllowed("EDITOR")
    @HttpCached
    String ofMethod() { // error: The method is restricted by @RolesAllowed, and the scope is AUTO
        return "";
    }

    @Get("/nobody")
    @DenyAll
    @HttpCached
    String nobody() { // error: The method is restricted by @DenyAll, and the scope is AUTO
        return "";
    }

    @Get("/open")
    @PermitAll
    @HttpCached
    String open() {
        return "";
    }
}
