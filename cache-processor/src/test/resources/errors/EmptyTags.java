package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class EmptyTags {

    @Get
    @HttpCached(tags = {"", " "})
    String show() { // error: The tag "" is empty // error: The tag " " is empty
        return "";
    }
}
