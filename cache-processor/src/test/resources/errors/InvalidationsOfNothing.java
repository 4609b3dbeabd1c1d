package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
class InvalidationsOfNothing {

    @Post
    @HttpCacheInvalidate
    void nothing() {} // error: @HttpCacheInvalidate has nothing to invalidate

    @Delete
    @HttpCacheInvalidate(namespace = " ", soft = true)
    @HttpCacheInvalidate(tags = "things")
    void blankNamespace() {} // error: @HttpCacheInvalidate has nothing to invalidate
}
