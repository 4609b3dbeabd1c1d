package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class SeveralPoliciesInherited implements KeptForADay, KeptForAnHour {

    @Override
    @Get("/both")
    public String both() { // error: @HttpCached of KeptForADay and @HttpCached of KeptForAnHour set conflicting policies for one element
        return "";
    }

    @Override
    @Get("/own")
    @HttpCached(ttl = "1m")
    public String own() {
        return "";
    }
}

interface KeptForADay {

    @HttpCached(ttl = "1d")
    String both();

    @HttpCached(ttl = "1d")
    String own();
}

interface KeptForAnHour {

    @HttpCached(ttl = "1h")
    String both();

    @HttpCached(ttl = "1h")
    String own();
}
