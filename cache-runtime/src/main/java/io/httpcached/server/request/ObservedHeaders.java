package io.httpcached.server.request;

import io.httpcached.core.RequestPart;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request, with a report of those that are read. Changes go to a copy: they are visible behind the cache only,
 * and a field that was replaced there says nothing about the request.
 */
final class ObservedHeaders extends ObservedValues implements MutableHttpHeaders {

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final HttpHeaders original;
    private final ReadObserver observer;
    private final Set<String> replaced = new HashSet<>(0);
    private @Nullable MutableHttpHeaders changed;

    ObservedHeaders(HttpHeaders original, ReadObserver observer) {
        this.original = original;
        this.observer = observer;
    }

    /** Returns a copy whose changes are not visible here. */
    ObservedHeaders copied() {
        ObservedHeaders copy = new ObservedHeaders(original, observer);
        copy.changed = RequestWithHeaders.copy(current());
        copy.replaced.addAll(replaced);
        return copy;
    }

    /** Returns whether code behind the cache has changed the value of a field. */
    boolean isChanged(CharSequence name) {
        return changed != null && !Objects.equals(changed.get(name), original.get(name));
    }

    @Override
    HttpHeaders current() {
        return changed == null ? original : changed;
    }

    private MutableHttpHeaders changeable() {
        MutableHttpHeaders copy = changed;
        if (copy == null) {
            copy = RequestWithHeaders.copy(original);
            changed = copy;
        }
        return copy;
    }

    @Override
    HttpHeaders read(CharSequence name) {
        if (RequestPart.isFieldName(name) && (replaced.isEmpty() || !replaced.contains(lowerCase(name)))) {
            observer.read(RequestPart.field(name.toString()));
        }
        return current();
    }

    @Override
    HttpHeaders readAll() {
        observer.readAllFields();
        return current();
    }

    private static String lowerCase(CharSequence name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<MediaType> accept() {
        return FrameworkReads.isAcceptForContentType(CALLERS.getCallerClass())
                ? current().accept()
                : read(ACCEPT).accept();
    }

    @Override
    public Optional<String> findFirst(CharSequence name) {
        return Optional.ofNullable(get(name));
    }

    @Override
    public MutableHttpHeaders add(CharSequence name, CharSequence value) {
        changeable().add(name, value);
        return this;
    }

    @Override
    public MutableHttpHeaders set(CharSequence name, CharSequence value) {
        changeable().set(name, value);
        replaced.add(lowerCase(name));
        return this;
    }

    @Override
    public MutableHttpHeaders remove(CharSequence name) {
        changeable().remove(name);
        replaced.add(lowerCase(name));
        return this;
    }

    @Override
    public ConversionService getConversionService() {
        return original.getConversionService();
    }

    @Override
    public void setConversionService(ConversionService conversionService) {
        changeable().setConversionService(conversionService);
    }
}
