package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Head;

@Controller("/refused")
class HeadMethod {

    @Head
    @HttpCached
    String head() { // error: @HttpCached cannot cache HEAD
        return "";
    }
}
