package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class SeveralPoliciesInheritedByClass extends AllKeptForADay implements AllKeptForAnHour { // error: @HttpCached of AllKeptForADay and @HttpCached of AllKeptForAnHour set conflicting policies for one element

    @Get("/one")
    String one() {
        return "";
    }
}

@HttpCached(ttl = "1d")
abstract class AllKeptForADay {}

@HttpCached(ttl = "1h")
interface AllKeptForAnHour extends AllKept {}

@HttpCached(ttl = "1m")
interface AllKept {}
