package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

@Controller("/refused")
class MixedReplacement {

    @Get("/frames")
    @Produces("multipart/x-mixed-replace; boundary=frame")
    @HttpCached
    byte[] frames() { // error: @HttpCached is on a method that produces multipart/x-mixed-replace; boundary=frame
        return new byte[0];
    }

    @Get("/lines")
    @Produces("application/stream+json")
    @HttpCached
    String lines() { // error: @HttpCached is on a method that produces application/stream+json
        return "";
    }
}
