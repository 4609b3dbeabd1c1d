package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.Sort;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;

@Controller("/refused")
class TypedBinders {

    @Get("/own")
    @HttpCached
    String own(
            Tenant tenant) { // error: The parameter 'tenant' receives Tenant
        return "";
    }

    @Get("/own-and-varying")
    @HttpCached(vary = "X-Tenant")
    String varying(
            Tenant tenant) { // error: The parameter 'tenant' receives Tenant
        return "";
    }

    @Get("/route")
    @HttpCached
    String route(
            RouteMatch<?> route) { // error: The parameter 'route' receives RouteMatch
        return "";
    }

    @Get("/sort")
    @HttpCached
    String sort(
            Sort sort) { // error: The parameter 'sort' receives Sort
        return "";
    }

    @Get("/cookie")
    @HttpCached
    String cookie(
            Optional<Cookie> cookie) { // error: The parameter 'cookie' receives Cookie
        return "";
    }

    record Tenant(String name) {}

    @Singleton
    static class TenantBinder implements TypedRequestArgumentBinder<Tenant> {

        @Override
        public Argument<Tenant> argumentType() {
            return Argument.of(Tenant.class);
        }

        @Override
        public BindingResult<Tenant> bind(ArgumentConversionContext<Tenant> context, HttpRequest<?> source) {
            return () -> source.getHeaders().getFirst("X-Tenant").map(Tenant::new);
        }
    }
}
