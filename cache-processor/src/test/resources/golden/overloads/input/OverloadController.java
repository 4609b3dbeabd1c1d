package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;

@Controller("/overloads")
@HttpCached(ttl = "1m")
@SuppressWarnings("httpcached:unbounded-query")
class OverloadController {

    @Get("/none")
    String show() {
        return "";
    }

    @Get("/one/{id}")
    String show(long id) {
        return "" + id;
    }

    @Get("/two/{id}/{ids}")
    String show(long id, long[] ids) {
        return "" + id;
    }

    @Get("/three{?names}")
    String show2(List<String> names) {
        return "" + names;
    }

    @Get("/four/{map}/{matrix}")
    String show(Map<String, List<Integer>> map, String[][] matrix) {
        return "" + map;
    }

    @Get("/five/{entries}")
    String routes(Map.Entry<String, Integer> entries) {
        return "";
    }
}
