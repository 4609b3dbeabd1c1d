package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestBean;

@Controller("/clients")
class ClientController {

    @Get("/vary")
    @HttpCached(ttl = "1m", vary = "User-Agent")
    String vary() { // warning: @HttpCached(vary = "User-Agent") puts the whole User-Agent field into the key
        return "";
    }

    @Get("/two")
    @HttpCached(ttl = "1m", vary = {"Accept-Language", "cookie", "USER-AGENT"})
    String two() { // warning: @HttpCached(vary = "cookie") puts the whole Cookie field into the key // warning: @HttpCached(vary = "USER-AGENT") puts the whole User-Agent field into the key
        return "";
    }

    @Get("/named")
    @HttpCached(ttl = "1m")
    String named(@Header("User-Agent") String client) { // warning: The parameter 'client' puts the whole User-Agent field into the key
        return "";
    }

    @Get("/inferred")
    @HttpCached(ttl = "1m")
    String inferred(@Header @Nullable String userAgent) { // warning: The parameter 'userAgent' puts the whole User-Agent field into the key
        return "";
    }

    @Get("/cookies")
    @HttpCached(ttl = "1m")
    String cookies(@Header("Cookie") String cookies) { // warning: The parameter 'cookies' puts the whole Cookie field into the key
        return "";
    }

    @Get("/bean")
    @HttpCached(ttl = "1m")
    String bean(@RequestBean Client client) { // warning: The parameter 'client.agent' puts the whole User-Agent field into the key
        return "";
    }

    @Get("/silenced")
    @HttpCached(ttl = "1m", vary = "User-Agent")
    @SuppressWarnings("httpcached:ineffective-vary")
    String silenced() {
        return "";
    }

    @Get("/silenced-parameter")
    @HttpCached(ttl = "1m")
    String silencedParameter(@SuppressWarnings("httpcached:ineffective-vary") @Header("User-Agent") String client) {
        return "";
    }

    @Introspected
    record Client(@Header("User-Agent") String agent, @Header("Accept-Language") String language) {}
}
