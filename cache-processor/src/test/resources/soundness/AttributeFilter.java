package soundness;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Leaves what it makes of a request in an attribute that has the name of a parameter. */
@ServerFilter("/**")
class AttributeFilter implements Ordered {

    static final int ORDER = 0;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @RequestFilter
    void setAttribute(HttpRequest<?> request) {
        request.getHeaders().getFirst("X-Attribute").ifPresent(value -> request.setAttribute("fooBar", value));
        request.getHeaders().getFirst("X-Hyphenated").ifPresent(value -> request.setAttribute("Foo-Bar", value));
    }
}
