package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.cookie.Cookies;

@Controller("/refused")
class RequestObjects {

    @Get("/request")
    @HttpCached
    String request(
            HttpRequest<?> request) { // error: The parameter 'request' receives HttpRequest
        return "";
    }

    @Get("/headers")
    @HttpCached
    String headers(
            HttpHeaders headers) { // error: The parameter 'headers' receives HttpHeaders
        return "";
    }

    @Get("/cookies")
    @HttpCached
    String cookies(
            Cookies cookies) { // error: The parameter 'cookies' receives Cookies
        return "";
    }

    @Get("/other-cookies")
    @HttpCached(vary = "X-Cookie")
    String otherCookies(
            Cookies cookies) { // error: The parameter 'cookies' receives Cookies
        return "";
    }

    @Get("/varying-request")
    @HttpCached(vary = "X-Tenant")
    String varyingRequest(
            HttpRequest<?> request) { // error: The parameter 'request' receives HttpRequest
        return "";
    }
}
