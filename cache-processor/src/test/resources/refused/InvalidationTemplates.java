package refused;

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
    void unknown(long id) {} // error: The tag "product:{productId}" names {productId}, which is no parameter of unknown // error: The path "/products/{productId}" names {productId}, which is no parameter of unknown

    @Put("/renamed/{id}")
    @HttpCacheInvalidate(paths = "/products/{id}")
    void renamed(@PathVariable("id") long productId) {} // error: The path "/products/{id}" names {id}, which is no parameter of renamed

    @Put("/stray/{id}")
    @HttpCacheInvalidate(tags = "product:{id", paths = "/products/id}")
    void stray(long id) {} // error: The tag "product:{id" has a brace without its counterpart // error: The path "/products/id}" has a brace without its counterpart

    @Put("/blank")
    @HttpCacheInvalidate(tags = "", paths = " ")
    void blank() {} // error: The tag "" is empty // error: The path " " is empty

    @Put("/paths")
    @HttpCacheInvalidate(paths = {"products", "https://example.com/products", "/products?page=1", "/products{?page}", "/#top"})
    void paths(@QueryValue int page) {} // error: The path "products" is not the path of a URI // error: The path "https://example.com/products" is not the path of a URI // error: The path "/products?page=1" is not the path of a URI // error: The path "/products{?page}" is not the path of a URI // error: The path "/#top" is not the path of a URI

    @Patch("/many")
    @HttpCacheInvalidate(tags = "{ids}")
    @HttpCacheInvalidate(tags = "{request}")
    void many(@QueryValue List<Long> ids, HttpRequest<?> request) {} // error: The tag "{ids}" names {ids}, which is not a single value of the request // error: The tag "{request}" names {request}, which is not a single value of the request

    @Post("/body")
    @HttpCacheInvalidate(tags = "{name}")
    void body(@Body String name) {} // error: The tag "{name}" names {name}, which is given the request body

    @Post("/body-or-query")
    @HttpCacheInvalidate(tags = "{name}")
    void bodyOrQuery(String name) {} // error: The tag "{name}" names {name}, which is given a value of the query or of the request body

    @Delete("/optional{/name}")
    @HttpCacheInvalidate(paths = "/{name}")
    void optional(String name) {} // error: The path "/{name}" names {name}, which is given a value of the query or of the request body
}
