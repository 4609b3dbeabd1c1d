package accepted;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/lifetimes")
class Lifetimes {

    @Get("/of-the-response")
    @HttpCached
    String ofTheResponse() {
        return "";
    }

    @Get("/days")
    @HttpCached(ttl = "1d2h3m4s")
    String days() {
        return "";
    }

    @Get("/iso")
    @HttpCached(ttl = "PT1H30M")
    String iso() {
        return "";
    }

    @Get("/thousands-of-milliseconds")
    @HttpCached(ttl = "2000ms")
    String thousandsOfMilliseconds() {
        return "";
    }

    @Get("/equal-for-clients")
    @HttpCached(ttl = "90s", clientTtl = "1m30s")
    String equalForClients() {
        return "";
    }

    @Get("/shorter-for-clients")
    @HttpCached(ttl = "10m", clientTtl = "1m")
    String shorterForClients() {
        return "";
    }

    @Get("/validated-by-clients")
    @HttpCached(ttl = "10m", clientTtl = "0s")
    String validatedByClients() {
        return "";
    }

    @Get("/clients-alone")
    @HttpCached(clientTtl = "1h")
    String clientsAlone() {
        return "";
    }

    @Get("/configured")
    @HttpCached(ttl = "${lifetimes.ttl:1m}", clientTtl = "1h")
    String configured() {
        return "";
    }

    @Get("/configured-for-clients")
    @HttpCached(ttl = "1m", clientTtl = "${lifetimes.client-ttl}")
    String configuredForClients() {
        return "";
    }

    @Get("/always-refreshed")
    @HttpCached(ttl = "0s", staleWhileRevalidate = "1m")
    String alwaysRefreshed() {
        return "";
    }

    @Get("/for-emergencies")
    @HttpCached(ttl = "0s", staleIfError = "1d")
    String forEmergencies() {
        return "";
    }

    @Get("/validated-by-tag")
    @HttpCached(ttl = "0s")
    String validatedByTag() {
        return "";
    }

    @Get("/soft-timeout")
    @HttpCached(ttl = "10s", staleIfError = "1h", staleAfter = "250ms")
    String softTimeout() {
        return "";
    }

    @Get("/soft-timeout-of-policy")
    @HttpCached(policy = "slow", staleAfter = "${lifetimes.stale-after:1s}")
    String softTimeoutOfPolicy() {
        return "";
    }

    @Get("/shares")
    @HttpCached(ttl = "10s", jitter = "10%", refreshAhead = "9s")
    String shares() {
        return "";
    }

    @Get("/no-shares")
    @HttpCached(ttl = "1s", jitter = "0%", refreshAhead = "0s")
    String noShares() {
        return "";
    }

    @Get("/configured-shares")
    @HttpCached(ttl = "${lifetimes.ttl:1m}", jitter = "2m", refreshAhead = "${lifetimes.ahead:20%}")
    String configuredShares() {
        return "";
    }

    @Get("/shares-of-any-lifetime")
    @HttpCached(jitter = "1s", refreshAhead = "1%")
    String sharesOfAnyLifetime() {
        return "";
    }

    @Get("/failures")
    @HttpCached(ttl = "5s", statuses = {200, 503}, staleIfError = "1h")
    String failures() {
        return "";
    }
}
