package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/policies")
@HttpCached(ttl = "1m", staleIfError = "1h", namespace = "pages")
class PolicyController {

    @Get("/both")
    @HttpCached(policy = "slow")
    String both() { // warning: @HttpCached(policy = "slow") is overridden by ttl, staleIfError of the class
        return "";
    }

    @Get("/one")
    @HttpCached(policy = "slow", ttl = "5m")
    String one() { // warning: @HttpCached(policy = "slow") is overridden by staleIfError of the class
        return "";
    }

    @Get("/placeholder")
    @HttpCached(policy = "${pages.policy}")
    String placeholder() { // warning: @HttpCached(policy = "${pages.policy}") is overridden by ttl, staleIfError of the class
        return "";
    }

    @Get("/all")
    @HttpCached(policy = "slow", ttl = "5m", staleIfError = "1m")
    String all() {
        return "";
    }

    @Get("/silenced")
    @HttpCached(policy = "slow")
    @SuppressWarnings("httpcached:overridden-policy")
    String silenced() {
        return "";
    }

    @Get("/none")
    String none() {
        return "";
    }
}
