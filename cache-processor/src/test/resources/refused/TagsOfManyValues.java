package refused;

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
    String list(@QueryValue List<Long> ids) { // error: The tag "{ids}" names {ids}, which is not a single value of the request
        return "";
    }

    @Get("/user")
    @HttpCached(tags = "{user}")
    String user(Principal user) { // error: The tag "{user}" names {user}, which is not a single value of the request
        return "";
    }
}
