package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/clock")
class ClockController implements Clock {

    @Get("/hour")
    @Hourly
    String hour() {
        return "";
    }

    @Override
    @Hourly
    public String minute() {
        return "";
    }
}
