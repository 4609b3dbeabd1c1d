package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;

@Controller("/refused")
class Bodies {

    @Get("/body")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String body(
            @Body String body) { // error: The parameter 'body' receives the request body
        return "";
    }

    @Get("/part")
    @HttpCached
    String part(
            @Part("name") String part) { // error: The parameter 'part' receives the request body
        return "";
    }

    @Get("/upload")
    @HttpCached
    String upload(
            CompletedFileUpload upload) { // error: The parameter 'upload' receives CompletedFileUpload
        return "";
    }

    @Get("/future")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String future(
            CompletableFuture<String> body) { // error: The parameter 'body' receives CompletableFuture
        return "";
    }

    @Get("/stream")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String stream(
            InputStream body) { // error: The parameter 'body' receives InputStream
        return "";
    }

    @Get("/publisher")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String publisher(
            Publisher<String> body) { // error: The parameter 'body' receives Publisher
        return "";
    }
}
