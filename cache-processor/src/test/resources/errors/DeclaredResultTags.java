package errors;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/declared-result-tags")
class DeclaredResultTags {

    @Get("/reference/{id}")
    @HttpCached(resultTags = {"product:*", "product:{id}"})
    String reference(long id, CacheTags tags) { // error: The result tag "product:{id}" contains a brace
        return "";
    }

    @Get("/blank")
    @HttpCached(resultTags = " ")
    String blank(CacheTags tags) { // error: The result tag " " is empty
        return "";
    }
}
