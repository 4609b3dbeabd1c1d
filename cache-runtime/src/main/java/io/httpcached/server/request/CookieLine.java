package io.httpcached.server.request;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.cookie.ServerCookieDecoder;
import io.micronaut.http.simple.cookies.SimpleCookies;
import org.jspecify.annotations.Nullable;

/** Parses the value of {@code Cookie} (RFC 6265 §4.2). */
final class CookieLine {

    private CookieLine() {}

    /**
     * Returns the cookies of a line.
     *
     * @param line the line, or null if there is none
     * @return the cookies
     */
    static Cookies parse(@Nullable String line) {
        SimpleCookies cookies = new SimpleCookies(ConversionService.SHARED);
        if (line != null) {
            ServerCookieDecoder.INSTANCE.decode(line).forEach(cookie -> cookies.put(cookie.getName(), cookie));
        }
        return cookies;
    }
}
