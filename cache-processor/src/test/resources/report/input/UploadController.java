package report;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/files/uploads")
class UploadController {

    @Put("/{name}")
    void upload(String name, @Body byte[] file) {}

    @Get("/{name}")
    String status(String name) {
        return name;
    }
}
