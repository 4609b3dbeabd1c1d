package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.security.Principal;

@Controller("/refused")
class UserTags {

    @Get("/unknown")
    @HttpCached(tags = "basket:{user}")
    String unknown() { // error: The tag "basket:{user}" refers to {user}, which is not a parameter of unknown
        return "";
    }

    @Post("/unknown")
    @HttpCacheInvalidate(tags = "basket:{user}")
    void change() {} // error: The tag "basket:{user}" refers to {user}, which is not a parameter of change

    @Get("/{user}")
    @HttpCached(tags = "basket:{user}")
    String ambiguous(String user, Principal principal) { // error: The tag "basket:{user}" refers to {user}, which is both a parameter and the authenticated user
        return "";
    }

    @Post("/{user}")
    @HttpCacheInvalidate(tags = "basket:{user}")
    void changeOther(String user, Principal principal) {} // error: The tag "basket:{user}" refers to {user}, which is both a parameter and the authenticated user
}
