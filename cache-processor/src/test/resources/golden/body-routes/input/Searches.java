package golden;

import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;

@Controller("/searches")
public class Searches {

    @CustomHttpMethod(method = "QUERY", value = "/{shop}")
    @HttpCached(ttl = "1m")
    String search(String shop, @QueryValue int page, @Body String query) {
        return shop + page + query;
    }

    @Post
    @HttpCached(ttl = "1m", methods = "POST", bodyKey = BodyKey.JSON)
    String find(@Body Map<String, String> query) {
        return query.toString();
    }
}
