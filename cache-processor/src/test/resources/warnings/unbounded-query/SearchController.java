package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Controller("/search")
@HttpCached(ttl = "1m")
class SearchController {

    @Get("/plain")
    String plain(String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/annotated")
    String annotated(@QueryValue("q") CharSequence text) { // warning: The parameter 'text' accepts any text from the query
        return "";
    }

    @Get("/default")
    String withDefault(@QueryValue(defaultValue = "") String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/nullable")
    String nullable(@Nullable String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/optional")
    String optional(Optional<String> q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/list")
    String list(List<String> q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/optional-list")
    String optionalList(Optional<Set<String>> q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/array")
    String array(String[] q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/wildcard")
    String wildcard(List<?> q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/not-blank")
    String notBlank(@NotBlank String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/at-least")
    String atLeast(@Size(min = 3) String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/email")
    String email(@Email String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/bean")
    String bean(@RequestBean Filter filter) { // warning: The parameter 'filter.q' accepts any text from the query
        return "";
    }

    @Get("/two")
    String two(@Size(max = 20) String q, String r) { // warning: The parameter 'r' accepts any text from the query
        return "";
    }

    @Get("/every-parameter")
    String everyParameter(HttpParameters parameters) { // warning: The parameter 'parameters' accepts any text from the query
        return "";
    }

    @Get("/map")
    String map(@QueryValue Map<String, @Size(max = 3) String> q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Get("/page")
    String page(Pageable page) { // warning: The parameter 'page' accepts any text from the query
        return "";
    }

    @Introspected
    record Filter(@QueryValue String q, @QueryValue @Size(max = 20) String r, @QueryValue int limit) {}
}
