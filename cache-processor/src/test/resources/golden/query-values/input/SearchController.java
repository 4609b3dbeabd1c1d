package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

@Controller("/search")
@SuppressWarnings("httpcached:unbounded-query")
class SearchController {

    @Get
    @HttpCached(ttl = "30s")
    String page(@QueryValue(defaultValue = "0") int skip, @QueryValue(defaultValue = "20") Long limit) {
        return skip + ":" + limit;
    }

    @Get("/text{?q,order}")
    @HttpCached(ttl = "30s")
    String text(@QueryValue(value = "q", defaultValue = "") String text, @Nullable String order) {
        return text + order;
    }

    @Get("/typed")
    @HttpCached(ttl = "30s")
    String typed(
            boolean stocked,
            OptionalInt shelf,
            Optional<UUID> id,
            @Nullable BigDecimal priceBelow,
            @QueryValue(defaultValue = "MONDAY") DayOfWeek from,
            @Nullable DayOfWeek until,
            @Format("yyyyMMdd") @Nullable LocalDate day) {
        return "";
    }

    @Get("/localized")
    @HttpCached(ttl = "30s")
    String localized(@Format("d MMMM yyyy") LocalDate day, @Format("yyyy-MM-dd'T'HH:mm") LocalDateTime time) {
        return "" + day + time;
    }

    @Get("/many{?tag*}")
    @HttpCached(ttl = "30s")
    String many(
            List<String> tag,
            @Nullable Set<Integer> size,
            @QueryValue Optional<List<String>> brand,
            @Nullable String[] color,
            @Format("csv") @QueryValue("s") List<String> shops) {
        return "";
    }

    @Get("/configured")
    @HttpCached(ttl = "30s")
    String configured(@QueryValue(defaultValue = "${search.limit:20}") int limit) {
        return "" + limit;
    }
}
