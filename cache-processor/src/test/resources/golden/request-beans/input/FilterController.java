package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;

@Controller("/shops/{shop}")
@SuppressWarnings("httpcached:unbounded-query")
class FilterController {

    @Get("/products/{id}")
    @HttpCached(ttl = "1m", tags = "product:{id}")
    String list(long id, @RequestBean Filter filter) {
        return id + "" + filter;
    }

    @Get("/orders")
    @HttpCached(ttl = "1m")
    String orders(@RequestBean Sorting sorting) {
        return "" + sorting;
    }
}
