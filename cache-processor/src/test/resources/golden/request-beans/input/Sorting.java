package golden;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.QueryValue;

@Introspected
class Sorting {

    @QueryValue(defaultValue = "name")
    private String sort = "";

    @CookieValue(defaultValue = "asc")
    private String direction = "";

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String direction) {
        this.direction = direction;
    }
}
