package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class VaryNames {

    @Get("/list")
    @HttpCached(vary = "Accept, Accept-Language")
    String list() { // error: @HttpCached(vary = "Accept, Accept-Language") is not a field name
        return "";
    }

    @Get("/empty")
    @HttpCached(vary = "")
    String empty() { // error: @HttpCached(vary = "") is not a field name
        return "";
    }

    @Get("/colon")
    @HttpCached(vary = "Accept:")
    String colon() { // error: @HttpCached(vary = "Accept:") is not a field name
        return "";
    }
}
