package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class TagsWithStrayBraces {

    @Get("/open/{id}")
    @HttpCached(tags = "product:{id")
    String open(long id) { // error: The tag "product:{id" has an unmatched brace
        return "";
    }

    @Get("/close/{id}")
    @HttpCached(tags = "product:id}")
    String close(long id) { // error: The tag "product:id}" has an unmatched brace
        return "";
    }

    @Get("/nested/{id}")
    @HttpCached(tags = "{{id}}")
    String nested(long id) { // error: The tag "{{id}}" has an unmatched brace
        return "";
    }
}
