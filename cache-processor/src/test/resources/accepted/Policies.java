package accepted;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Controller("/policies")
@HttpCached(tags = "policies", namespace = "pages", backend = "memory")
class Policies implements Described {

    @Get("/named")
    @HttpCached(policy = "slow")
    String named() {
        return "";
    }

    @Get("/with-an-exception")
    @HttpCached(policy = "slow", ttl = "5m")
    String withAnException() {
        return "";
    }

    @Get("/with-all-but-one")
    @HttpCached(
            policy = "slow",
            ttl = "10m",
            clientTtl = "1m",
            staleWhileRevalidate = "1m",
            staleIfError = "1h",
            statuses = 200)
    String withAllButDirectives() {
        return "";
    }

    @Get("/composed")
    @Hourly
    String composed() {
        return "";
    }

    @Get("/composed-of-composed")
    @Yearly
    String composedOfComposed() {
        return "";
    }

    @Get("/of-the-class")
    String ofTheClass() {
        return "";
    }

    @Override
    @Hourly
    public String described() {
        return "";
    }

    @Override
    public String outlined() {
        return "";
    }

    @Controller("/policy-of-class")
    @HttpCached(policy = "slow", ttl = "1m")
    static class OfClass {

        @Get("/same")
        String same() {
            return "";
        }

        @Get("/other-ttl")
        @HttpCached(ttl = "2m")
        String otherTtl() {
            return "";
        }
    }

    @Controller("/policy-of-interface")
    static class OfInterface implements NearPolicy, FarPolicy {

        @Get("/near")
        String near() {
            return "";
        }
    }

    @Controller("/own-policy")
    @HttpCached(ttl = "1m")
    static class OwnPolicy implements FarPolicy, Unrelated {

        @Get("/own")
        String own() {
            return "";
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @HttpCached(ttl = "1h")
    @interface Hourly {}

    @Retention(RetentionPolicy.RUNTIME)
    @Hourly
    @interface Yearly {}
}

interface Described extends Outlined {

    @Get("/described")
    @HttpCached(ttl = "1m", staleIfError = "1m")
    String described();

    @Override
    @Get("/outlined")
    @HttpCached(ttl = "1m")
    String outlined();
}

interface Outlined {

    @HttpCached(ttl = "1h")
    String outlined();
}

@HttpCached(ttl = "1h")
interface FarPolicy {}

@HttpCached(ttl = "1m")
interface NearPolicy extends FarPolicy {}

@HttpCached(ttl = "1d")
interface Unrelated {}
