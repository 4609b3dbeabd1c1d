package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.cookie.Cookies;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the compiler cannot know, the annotation says. */
@Controller("/reading")
@SuppressWarnings("httpcached:ineffective-vary")
class ReadingController {

    @Get("/headers")
    @HttpCached(vary = {"X-Tenant", "X-Region"})
    String headers(HttpHeaders headers) {
        return "";
    }

    @Get("/cookies")
    @HttpCached(vary = "cookie")
    String cookies(Cookies cookies) {
        return "";
    }

    @Get("/request")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "X-Tenant")
    String request(HttpRequest<?> request, HttpHeaders headers, Cookies cookies) {
        return "";
    }

    @Get("/attribute")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "X-Tenant")
    String attribute(@RequestAttribute("tenant") String tenant) {
        return "";
    }

    @Get("/binder-of-an-annotation")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "X-Tenant")
    String ofAnAnnotation(@CurrentTenant String tenant) {
        return "";
    }

    @Get("/binder-of-a-type")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "X-Tenant")
    String ofAType(Tenant tenant) {
        return "";
    }

    record Tenant(String name) {}

    @Bindable
    @Retention(RetentionPolicy.RUNTIME)
    @interface CurrentTenant {}
}
