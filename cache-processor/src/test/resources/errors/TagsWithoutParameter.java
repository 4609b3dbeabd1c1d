package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

@Controller("/refused")
class TagsWithoutParameter {

    @Get("/{id}")
    @HttpCached(tags = {"product:{id}", "product:{productId}"})
    String show(long id) { // error: The tag "product:{productId}" refers to {productId}, which is not a parameter of show
        return "";
    }

    @Get("/renamed/{id}")
    @HttpCached(tags = "product:{id}")
    String renamed(@PathVariable("id") long productId) { // error: The tag "product:{id}" refers to {id}, which is not a parameter of renamed
        return "";
    }

    @Get("/empty")
    @HttpCached(tags = "product:{}")
    String empty() { // error: The tag "product:{}" refers to {}, which is not a parameter of empty
        return "";
    }
}
