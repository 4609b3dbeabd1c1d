package io.httpcached.server.request;

import io.httpcached.core.RequestPart;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.Cookies;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cookies of a request, with a report of those that are read.
 *
 * @param original the cookies
 * @param observer learns what is read
 */
record ObservedCookies(Cookies original, ReadObserver observer) implements Cookies {

    private Cookies read(CharSequence name) {
        observer.read(new RequestPart(RequestPart.Kind.COOKIE, name.toString()));
        return original;
    }

    private Cookies readAll() {
        observer.read(RequestPart.field(HttpHeaders.COOKIE));
        return original;
    }

    @Override
    public Optional<Cookie> findCookie(CharSequence name) {
        return read(name).findCookie(name);
    }

    @Override
    public <T> Optional<T> get(CharSequence name, ArgumentConversionContext<T> conversionContext) {
        return read(name).get(name, conversionContext);
    }

    /** Unlike the method with a context, it returns the cookie itself if any object is asked for. */
    @Override
    public <T> Optional<T> get(CharSequence name, Class<T> requiredType) {
        return read(name).get(name, requiredType);
    }

    @Override
    public boolean contains(String name) {
        return read(name).findCookie(name).isPresent();
    }

    @Override
    public Set<Cookie> getAll() {
        return readAll().getAll();
    }

    @Override
    public Collection<Cookie> values() {
        return readAll().values();
    }

    @Override
    public Iterator<Map.Entry<String, Cookie>> iterator() {
        return readAll().iterator();
    }

    @Override
    public ConversionService getConversionService() {
        return original.getConversionService();
    }
}
