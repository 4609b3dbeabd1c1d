package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

@Controller("/refused")
class TagsWithoutParameter {

    @Get("/{id}")
    @HttpCached(tags = {"product:{id}", "product:{productId}"})
    String show(long id) { // error: The tag "product:{productId}" names {productId}, which is no parameter of show
        return "";
    }

    @Get("/renamed/{id}")
    @HttpCached(tags = "product:{id}")
    String renamed(@PathVariable("id") long productId) { // error: The tag "product:{id}" names {id}, which is no parameter of renamed
        return "";
    }

    @Get("/empty")
    @HttpCached(tags = "product:{}")
    String empty() { // error: The tag "product:{}" names {}, which is no parameter of empty
        return "";
    }
}
