package io.httpcached.server.body;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.Writable;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes bodies for filters outside the cache, which expect the object that the handler returned. Nothing is decoded
 * for a response at which no filter looks.
 */
@Singleton
public final class BodyObjects {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final MessageBodyHandlerRegistry registry;
    private final ConversionService conversions;
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    BodyObjects(MessageBodyHandlerRegistry registry, ConversionService conversions) {
        this.registry = registry;
        this.conversions = conversions;
    }

    /**
     * Returns the body as the object that the handler returned or, if that is not known, as one of the route's type
     * with the same encoding. Without such an object, JSON becomes a map or a list, text a string, and any other body
     * a copy of its bytes.
     */
    BodyObject decode(Representation whole) {
        Object original = whole.object();
        if (original != null && !isBuffer(original)) {
            return new BodyObject(original, whole.body());
        }
        MediaType mediaType = mediaType(whole);
        Argument<?> type = whole.route().getRouteInfo().getResponseBodyType();
        if (type.getType() == byte[].class) {
            return new BodyObject(whole.body().clone(), whole.body());
        }
        if (type.getType().isAssignableFrom(String.class) && type.getType() != Object.class) {
            return text(whole, mediaType);
        }
        BodyObject typed = read(whole, type, mediaType);
        if (typed != null && Arrays.equals(typed.encoded(), whole.body())) {
            return typed;
        }
        BodyObject tree = mediaType.getExtension().equals(MediaType.EXTENSION_JSON)
                ? read(whole, treeType(whole.body()), mediaType)
                : null;
        if (tree != null) {
            return tree;
        }
        return mediaType.isTextBased()
                ? text(whole, mediaType)
                : new BodyObject(whole.body().clone(), whole.body());
    }

    /** Returns whether application code changed an object in place. */
    boolean isChanged(Representation whole, BodyObject object) {
        if (object.value() instanceof byte[] bytes) {
            return !Arrays.equals(bytes, object.encoded());
        }
        return isMutable(object.value())
                && !Arrays.equals(encode(whole, object.value(), mediaType(whole)), object.encoded());
    }

    /**
     * Returns the encoding of the body of a response, so that a later call tells whether application code modified the
     * body in place.
     *
     * @param request the request
     * @param route the route
     * @param response the response
     * @return the bytes, or null if the body cannot be modified or encoded
     */
    public byte @Nullable [] snapshot(HttpRequest<?> request, RouteInfo<?> route, HttpResponse<?> response) {
        Object body = response.body();
        if (body instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (body == null
                || !isMutable(body)
                || isBuffer(body)
                || BodyStreams.isStream(body)
                || body instanceof ByteBody) {
            return null;
        }
        MediaType mediaType = response.getContentType().orElseGet(() -> mediaType(route));
        return encode(request, route, body, mediaType);
    }

    private static boolean isMutable(Object body) {
        return !(body instanceof String
                || body instanceof Number
                || body instanceof Boolean
                || body instanceof Character
                || body instanceof Enum
                || body instanceof Writable);
    }

    <T> Optional<T> convert(Object object, ArgumentConversionContext<T> context) {
        return conversions.convert(object, context);
    }

    /** A buffer was released when it was encoded. */
    private static boolean isBuffer(Object object) {
        return object instanceof ReferenceCounted || object.getClass().getName().startsWith("io.netty.");
    }

    private static MediaType mediaType(Representation whole) {
        String contentType = whole.fields().first(HttpHeaders.CONTENT_TYPE);
        return contentType != null
                ? parse(contentType)
                : mediaType(whole.route().getRouteInfo());
    }

    private static MediaType mediaType(RouteInfo<?> route) {
        List<MediaType> produced = route.getProduces();
        return produced.isEmpty() ? MediaType.APPLICATION_JSON_TYPE : produced.get(0);
    }

    private static MediaType parse(String contentType) {
        try {
            return MediaType.of(contentType);
        } catch (IllegalArgumentException malformed) {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }

    private static BodyObject text(Representation whole, MediaType mediaType) {
        return new BodyObject(new String(whole.body(), charset(mediaType)), whole.body());
    }

    private static Charset charset(MediaType mediaType) {
        try {
            return mediaType.getCharset().orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Argument<?> treeType(byte[] json) {
        for (byte character : json) {
            if (character == '[') {
                return Argument.listOf(Object.class);
            }
            if (character == '{') {
                return Argument.mapOf(String.class, Object.class);
            }
        }
        return Argument.OBJECT_ARGUMENT;
    }

    /** Returns the body as a type, or null if the type cannot be read, for example because it is only written. */
    private <T> @Nullable BodyObject read(Representation whole, Argument<T> type, MediaType mediaType) {
        MessageBodyReader<T> reader =
                registry.findReader(type, List.of(mediaType)).orElse(null);
        if (reader == null || !reader.isReadable(type, mediaType)) {
            return null;
        }
        try {
            MutableHttpResponse<?> head = HttpResponse.ok().contentType(mediaType);
            T object = reader.read(type, mediaType, head.getHeaders(), new ByteArrayInputStream(whole.body()));
            byte[] encoded = object == null ? null : encode(whole, object, mediaType);
            return object == null || encoded == null ? null : new BodyObject(object, encoded);
        } catch (RuntimeException unreadable) {
            LOG.debug("The body of {} cannot be read as {} for a filter", whole.request(), type, unreadable);
            return null;
        }
    }

    private byte @Nullable [] encode(Representation whole, Object object, MediaType mediaType) {
        return encode(whole.request(), whole.route().getRouteInfo(), object, mediaType);
    }

    /** Encodes an object as the server would, or returns null if that fails. */
    @SuppressWarnings("unchecked")
    private byte @Nullable [] encode(HttpRequest<?> request, RouteInfo<?> route, Object object, MediaType mediaType) {
        Argument<Object> type = (Argument<Object>) route.getResponseBodyType();
        MessageBodyWriter<Object> writer = (MessageBodyWriter<Object>) route.getMessageBodyWriter();
        try {
            if (writer == null || !type.isInstance(object) || !writer.isWriteable(type, mediaType)) {
                type = Argument.ofInstance(object);
                writer = registry.getWriter(type, List.of(mediaType));
            }
            MutableHttpResponse<Object> head = HttpResponse.ok().contentType(mediaType);
            try (ByteBodyHttpResponse<?> written =
                    ResponseBodyWriter.wrap(writer).write(bodies, request, head, type, mediaType, object)) {
                return written.byteBody() instanceof AvailableByteBody available ? available.toByteArray() : null;
            }
        } catch (RuntimeException e) {
            LOG.debug("The body of {} cannot be encoded for a filter", request, e);
            return null;
        }
    }
}
