package io.httpcached.server.request;

import io.httpcached.core.RequestPart;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.MutableHttpParameters;
import java.util.List;

/** The query parameters of a request, with a report of those that are read. */
final class ObservedParameters extends ObservedValues implements MutableHttpParameters {

    private final HttpParameters original;
    private final ReadObserver observer;

    ObservedParameters(HttpParameters original, ReadObserver observer) {
        this.original = original;
        this.observer = observer;
    }

    @Override
    ConvertibleMultiValues<String> read(CharSequence name) {
        observer.read(new RequestPart(RequestPart.Kind.PARAMETER, name.toString()));
        return original;
    }

    @Override
    ConvertibleMultiValues<String> current() {
        return original;
    }

    @Override
    ConvertibleMultiValues<String> readAll() {
        observer.readAllParameters();
        return original;
    }

    @Override
    public MutableHttpParameters add(CharSequence name, List<CharSequence> values) {
        if (!(original instanceof MutableHttpParameters parameters)) {
            throw new UnsupportedOperationException("These parameters cannot be changed");
        }
        parameters.add(name, values);
        return this;
    }

    @Override
    public ConversionService getConversionService() {
        return original.getConversionService();
    }

    @Override
    public void setConversionService(ConversionService conversionService) {
        if (original instanceof MutableHttpParameters parameters) {
            parameters.setConversionService(conversionService);
        }
    }
}
