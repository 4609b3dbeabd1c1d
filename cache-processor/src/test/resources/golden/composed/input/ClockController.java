package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/clock")
class ClockController {

    @Get("/hour")
    @Hourly
    String hour() {
        return "";
    }
}
