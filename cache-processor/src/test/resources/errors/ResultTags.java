package errors;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class ResultTags {

    @Get
    @HttpCached(tags = "{tags}")
    String list(CacheTags tags) { // error: The tag "{tags}" refers to {tags}, which is not a single value of the request
        return "";
    }
}
