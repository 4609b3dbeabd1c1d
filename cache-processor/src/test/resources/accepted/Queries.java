package accepted;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Controller("/queries")
@HttpCached(ttl = "1m")
class Queries {

    @Get("/numbers")
    String numbers(int page, @QueryValue(defaultValue = "20") Long limit, Optional<Integer> skip) {
        return "";
    }

    @Get("/choices")
    String choices(boolean all, DayOfWeek day, @Nullable LocalDate date, UUID id) {
        return "";
    }

    @Get("/collections")
    String collections(List<Integer> numbers, DayOfWeek[] days, Optional<List<LocalDate>> dates) {
        return "";
    }

    @Get("/size")
    String size(@Size(max = 20) String q) {
        return "";
    }

    @Get("/optional-size")
    String optionalSize(@Size(min = 1, max = 20) Optional<String> q) {
        return "";
    }

    @Get("/pattern")
    String pattern(@QueryValue(defaultValue = "asc") @Pattern(regexp = "asc|desc") String order) {
        return "";
    }

    @Get("/patterns")
    String patterns(@Pattern(regexp = "[a-z]*") @Pattern(regexp = ".{3}") String currency) {
        return "";
    }

    @Get("/sizes")
    String sizes(@Size(min = 2) @Size(max = 3) String country) {
        return "";
    }

    @Get("/list")
    String list(@Size(max = 3) List<String> tags) {
        return "";
    }

    @Get("/elements")
    String elements(List<@Pattern(regexp = "[a-z]{2}") String> languages) {
        return "";
    }

    @Get("/composed-constraint")
    String composedConstraint(@Code String code) {
        return "";
    }

    @Get("/own-constraint")
    String ownConstraint(@Known String code) {
        return "";
    }

    @Get("/bean")
    String bean(@RequestBean Filter filter) {
        return "";
    }

    @Get("/pages/{slug}{/section}")
    String path(String slug, @Nullable String section, @PathVariable("slug") String again) {
        return "";
    }

    @Get("/fields")
    String fields(@Header("X-Tenant") String tenant, @CookieValue("theme") String theme) {
        return "";
    }

    @Get("/whole-uri")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String wholeUri(String q) {
        return "";
    }

    @SuppressWarnings("httpcached:missing-invalidation")
    @Post("/search")
    String search(@QueryValue String q) {
        return "";
    }

    @Introspected
    record Filter(@QueryValue @Size(max = 20) String q, @QueryValue int limit) {}

    @Size(max = 5)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Code {

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Known {

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
