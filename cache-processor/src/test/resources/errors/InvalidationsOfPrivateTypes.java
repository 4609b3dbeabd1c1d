package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
class InvalidationsOfPrivateTypes {

    private record Hidden(String text) {}

    @Post
    @HttpCacheInvalidate(tags = "things")
    void create(
            @Body Hidden hidden) {} // error: The type of the parameter 'hidden' is not accessible outside the class that declares it

    @Controller("/refused/private")
    private static class Private { // error: The controller Private is private

        @Post
        @HttpCacheInvalidate(tags = "things")
        void create() {}
    }
}
