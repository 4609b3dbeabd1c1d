package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;

@Controller("/refused")
class InvalidationTemplates {

    @Put("/unknown/{id}")
    @HttpCacheInvalidate(tags = "product:{productId}", paths = "/products/{productId}")
    void unknown(long id) {} // error: The tag "product:{productId}" refers to {productId}, which is not a parameter of unknown // error: The path "/products/{productId}" refers to {productId}, which is not a parameter of unknown

    @Put("/renamed/{id}")
    @HttpCacheInvalidate(paths = "/products/{id}")
    void renamed(@PathVariable("id") long productId) {} // error: The path "/products/{id}" refers to {id}, which is not a parameter of renamed

    @Put("/stray/{id}")
    @HttpCacheInvalidate(tags = "product:{id", paths = "/products/id}")
    void stray(long id) {} // error: The tag "product:{id" has an unmatched brace // error: The path "/products/id}" has an unmatched brace

    @Put("/blank")
    @HttpCacheInvalidate(tags = "", paths = " ")
    void blank() {} // error: The tag "" is empty // error: The path " " is empty

    @Put("/paths")
    @HttpCacheInvalidate(paths = {"products", "https://example.com/products", "/products?page=1", "/products{?page}", "/#top"})
    void paths(@QueryValue int page) {} // error: The path "products" is not the path of a URI // error: The path "https://example.com/products" is not the path of a URI // error: The path "/products?page=1" is not the path of a URI // error: The path "/products{?page}" is not the path of a URI // error: The path "/#top" is not the path of a URI

    @Patch("/many")
    @HttpCacheInvalidate(tags = "{ids}")
    @HttpCacheInvalidate(tags = "{request}")
    void many(@QueryValue List<Long> ids, HttpRequest<?> request) {} // error: The tag "{ids}" refers to {ids}, which is not a single value of the request // error: The tag "{request}" refers to {request}, which is not a single value of the request

    @Post("/body")
    @HttpCacheInvalidate(tags = "{name}")
    void body(@Body String name) {} // error: The tag "{name}" refers to {name}, which receives the request body

    @Post("/body-or-query")
    @HttpCacheInvalidate(tags = "{name}")
    void bodyOrQuery(String name) {} // error: The tag "{name}" refers to {name}, which receives a value of the query or of the request body

    @Delete("/optional{/name}")
    @HttpCacheInvalidate(paths = "/{name}")
    void optional(String name) {} // error: The path "/{name}" refers to {name}, which receives a value of the query or of the request body
}
