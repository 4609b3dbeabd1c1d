package refused;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.multipart.CompletedFileUpload;

@Controller("/refused")
class Bodies {

    @Get("/body")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String body(
            @Body String body) { // error: The parameter 'body' is given the request body
        return "";
    }

    @Get("/part")
    @HttpCached
    String part(
            @Part("name") String part) { // error: The parameter 'part' is given the request body
        return "";
    }

    @Get("/upload")
    @HttpCached
    String upload(
            CompletedFileUpload upload) { // error: The parameter 'upload' is given CompletedFileUpload
        return "";
    }
}
