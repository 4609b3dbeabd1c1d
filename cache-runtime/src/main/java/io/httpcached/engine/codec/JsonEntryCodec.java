package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Utf8;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes entries as JSON that can be read in a client of the store, with UTF-8 bodies as text. For development: it is larger
 * and slower than {@link BinaryEntryCodec}.
 */
@Singleton
@Named("json")
@Requires(classes = JsonMapper.class)
public final class JsonEntryCodec implements EntryCodec {

    private static final String FORMAT = "httpcached-4";
    private static final Argument<JsonNode> NODE = Argument.of(JsonNode.class);

    private final JsonMapper mapper;

    /**
     * Creates a codec.
     *
     * @param mapper the JSON mapper of the application
     */
    public JsonEntryCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] encode(StoredEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("key", entry.key());
        json.put("expires", time(entry.expiresAtMillis()));
        json.put("tags", entry.entryTags().stream().map(JsonEntryCodec::encode).toList());
        if (entry.entry() instanceof Entry.Response response) {
            json.put("response", encode(response.response()));
        } else {
            json.put(
                    "varies",
                    ((Entry.Variants) entry.entry())
                            .parts().stream()
                                    .map(part -> textOrBytes(part.text()))
                                    .toList());
        }
        try {
            // A tree, because the mapper may be configured to leave empty members of maps out.
            return mapper.writeValueAsBytes(JsonNode.from(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static Map<String, Object> encode(EntryTag tag) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tag", textOrBytes(tag.tag()));
        json.put("existence", Long.toUnsignedString(tag.existence(), 16));
        json.put("freshness", Long.toUnsignedString(tag.freshness(), 16));
        return json;
    }

    private static Map<String, Object> encode(StoredResponse response) {
        Lifetime lifetime = response.lifetime();
        Fields fields = response.fields();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", response.status());
        json.put("requested", time(response.requestTimeMillis()));
        json.put("answered", time(response.responseTimeMillis()));
        json.put("freshSeconds", lifetime.freshSeconds());
        json.put("initialAgeSeconds", lifetime.initialAgeSeconds());
        json.put("staleWhileRevalidateSeconds", lifetime.staleWhileRevalidateSeconds());
        json.put("staleIfErrorSeconds", lifetime.staleIfErrorSeconds());
        json.put("alwaysRevalidate", lifetime.alwaysRevalidate());
        json.put("mustRevalidate", lifetime.mustRevalidate());
        json.put("sharingPermitted", lifetime.sharingPermitted());
        json.put("fromPolicy", lifetime.fromPolicy());
        json.put(
                "fields",
                IntStream.range(0, fields.size())
                        .mapToObj(i -> List.of(fields.name(i), textOrBytes(fields.value(i))))
                        .toList());
        try {
            json.put(
                    "text",
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(response.body())).toString());
        } catch (CharacterCodingException notText) {
            json.put("base64", base64(response.body()));
        }
        byte[] compressed = response.compressedBody();
        if (compressed != null) {
            json.put("gzip", base64(compressed));
        }
        return json;
    }

    @Override
    public @Nullable StoredEntry decode(ByteBuffer bytes) {
        InputStream text =
                new ByteArrayInputStream(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        try {
            JsonNode json = mapper.readValue(text, NODE);
            return json != null && text(json, "format").equals(FORMAT) ? decode(json) : null;
        } catch (IOException
                | IllegalStateException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException malformed) {
            return null;
        }
    }

    private static StoredEntry decode(JsonNode json) {
        JsonNode response = json.get("response");
        Entry entry = response == null
                ? new Entry.Variants(texts(member(json, "varies")).stream()
                        .map(RequestPart::parse)
                        .toList())
                : new Entry.Response(decodeResponse(response));
        List<EntryTag> tags = new ArrayList<>();
        for (JsonNode tag : member(json, "tags").values()) {
            tags.add(new EntryTag(text(tag, "tag"), version(tag, "existence"), version(tag, "freshness")));
        }
        return new StoredEntry(text(json, "key"), entry, tags, millis(json, "expires"));
    }

    private static StoredResponse decodeResponse(JsonNode json) {
        Lifetime lifetime = new Lifetime(
                member(json, "freshSeconds").getLongValue(),
                member(json, "initialAgeSeconds").getLongValue(),
                member(json, "staleWhileRevalidateSeconds").getLongValue(),
                member(json, "staleIfErrorSeconds").getLongValue(),
                member(json, "alwaysRevalidate").getBooleanValue(),
                member(json, "mustRevalidate").getBooleanValue(),
                member(json, "sharingPermitted").getBooleanValue(),
                member(json, "fromPolicy").getBooleanValue());
        Fields.Builder fields = Fields.builder();
        for (JsonNode line : member(json, "fields").values()) {
            List<String> nameAndValue = texts(line);
            if (nameAndValue.size() != 2) {
                throw new IllegalArgumentException("A field line must have a name and a value");
            }
            fields.add(nameAndValue.get(0), nameAndValue.get(1));
        }
        StoredResponse plain = new StoredResponse(
                member(json, "status").getIntValue(),
                fields.build(),
                json.get("text") == null
                        ? bytes(json, "base64")
                        : text(json, "text").getBytes(UTF_8),
                lifetime,
                millis(json, "requested"),
                millis(json, "answered"));
        return json.get("gzip") == null ? plain : ContentCoding.withGzip(plain, bytes(json, "gzip"));
    }

    private static JsonNode member(JsonNode json, String name) {
        JsonNode member = json.get(name);
        if (member == null) {
            throw new IllegalArgumentException("The member " + name + " is missing");
        }
        return member;
    }

    private static String text(JsonNode json, String name) {
        return text(member(json, name));
    }

    /** JSON in UTF-8 has no unpaired surrogates. */
    private static Object textOrBytes(String text) {
        return Utf8.isWellFormed(text) ? text : Map.of("base64", base64(Utf8.encode(text)));
    }

    private static String text(JsonNode textOrBytes) {
        if (!textOrBytes.isObject()) {
            return textOrBytes.getStringValue();
        }
        byte[] bytes = bytes(textOrBytes, "base64");
        return Utf8.decode(bytes, 0, bytes.length);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.values().forEach(each -> texts.add(text(each)));
        return texts;
    }

    private static long version(JsonNode json, String name) {
        return Long.parseUnsignedLong(text(json, name), 16);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static long millis(JsonNode json, String name) {
        return Instant.parse(text(json, name)).toEpochMilli();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode json, String name) {
        return Base64.getDecoder().decode(text(json, name));
    }
}
