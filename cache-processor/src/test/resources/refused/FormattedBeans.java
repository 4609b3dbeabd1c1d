package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;

@Controller("/refused")
class FormattedBeans {

    @Get("/deep")
    @HttpCached
    String deep(
            @Format("deep-object") @QueryValue List<String> filter) { // error: The parameter 'filter' is given what its @Format picks from the query
        return "";
    }

    @Get("/multi")
    @HttpCached
    String multi(
            @Format("MULTI") @QueryValue String filter) { // error: The parameter 'filter' is given what its @Format picks from the query
        return "";
    }
}
