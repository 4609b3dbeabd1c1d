package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(tags = "product:{id}")
class TagsOnClass {

    @Get("/{id}")
    String show(long id) {
        return "";
    }

    @Get
    String list() { // error: The tag "product:{id}" refers to {id}, which is not a parameter of list
        return "";
    }
}
