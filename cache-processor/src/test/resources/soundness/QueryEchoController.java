package soundness;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what it was given of the query where that is more than a text, a number or a list. */
@Controller(value = "/echo", produces = "text/plain")
@HttpCached(ttl = "1m")
@SuppressWarnings("httpcached:unbounded-query")
class QueryEchoController {

    @Get("/map")
    String map(@QueryValue @Nullable Map<String, String> fooBar) {
        return sorted(fooBar);
    }

    @Get("/plain-map")
    String plainMap(@Nullable Map<String, String> fooBar) {
        return sorted(fooBar);
    }

    @Get("/exploded-map{?fooBar*}")
    String explodedMap(Map<String, String> fooBar) {
        return sorted(fooBar);
    }

    @Get("/exploded-bean{?fooBar*}")
    String explodedBean(@QueryValue Plain fooBar) {
        return "" + fooBar;
    }

    @Get("/exploded-plain-bean{?fooBar*}")
    String explodedPlainBean(@Nullable Plain fooBar) {
        return "" + fooBar;
    }

    @Get("/exploded-array{?fooBar*}")
    String explodedArray(@Nullable String[] fooBar) {
        return Arrays.toString(fooBar);
    }

    @Get("/bean")
    String bean(@QueryValue @Nullable Plain filter) {
        return "" + filter;
    }

    @Get("/optional-bean")
    String optionalBean(@QueryValue Optional<Plain> filter) {
        return "" + filter;
    }

    @Get("/dated-bean")
    String datedBean(@QueryValue @Nullable Dated filter) {
        return "" + filter;
    }

    @Get("/multi")
    String multi(@Format("MULTI") @QueryValue @Nullable Plain filter) {
        return "" + filter;
    }

    @Get("/deep")
    String deep(@Format("deep-object") @QueryValue Map<String, String> fooBar) {
        return sorted(fooBar);
    }

    @Get("/ssv")
    String ssv(@Format("ssv") @QueryValue List<String> fooBar) {
        return "" + fooBar;
    }

    @Get("/pipes")
    String pipes(@Format("pipes") @QueryValue @Nullable List<Integer> fooBar) {
        return "" + fooBar;
    }

    @Get("/numeric-day")
    String numericDay(@Format("yyyy-MM-dd") @QueryValue @Nullable LocalDate fooBar) {
        return "" + fooBar;
    }

    @Get("/iso-day")
    String isoDay(@Nullable LocalDate fooBar) {
        return "" + fooBar;
    }

    @Get("/days")
    String days(@Format("d MMM yyyy") @QueryValue @Nullable List<LocalDate> fooBar) {
        return "" + fooBar;
    }

    @Get("/dates")
    String dates(@Format("d MMM yyyy") @QueryValue @Nullable Date[] fooBar) {
        return Arrays.toString(fooBar);
    }

    @Get("/decimal")
    String decimal(@QueryValue(defaultValue = "1") BigDecimal fooBar) {
        return "" + fooBar;
    }

    @Get("/flag")
    String flag(@QueryValue(defaultValue = "true") boolean fooBar) {
        return "" + fooBar;
    }

    @Get("/default-enum")
    String defaultEnum(@QueryValue(defaultValue = "DESC") EchoController.Order fooBar) {
        return "" + fooBar;
    }

    @Get("/default-list")
    String defaultList(@QueryValue(defaultValue = "1") List<Integer> fooBar) {
        return "" + fooBar;
    }

    @Get("/bytes")
    String bytes(@QueryValue(defaultValue = "1") byte[] fooBar) {
        return Arrays.toString(fooBar);
    }

    @Get("/parameters")
    String parameters(HttpParameters parameters) {
        return "" + new TreeMap<>(parameters.asMap());
    }

    @Get("/pageable")
    String pageable(Pageable pageable) {
        return pageable.getNumber() + "+" + pageable.getSize() + "+" + pageable.getSort();
    }

    private static String sorted(@Nullable Map<String, String> map) {
        return map == null ? "null" : "" + new TreeMap<>(map);
    }

    @Introspected
    record Plain(@Nullable Integer fooBar, @Nullable String name) {}

    @Introspected
    record Dated(@Format("d MMM yyyy") @Nullable Date fooBar) {}
}
