package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.security.Principal;
import java.util.List;

@Controller("/refused")
class TagsOfManyValues {

    @Get("/list")
    @HttpCached(tags = "{ids}")
    String list(@QueryValue List<Long> ids) { // error: The tag "{ids}" refers to {ids}, which is not a single value of the request
        return "";
    }

    @Get("/user")
    @HttpCached(tags = "{principal}")
    String user(Principal principal) { // error: The tag "{principal}" refers to {principal}, which is the authenticated user
        return "";
    }
}
