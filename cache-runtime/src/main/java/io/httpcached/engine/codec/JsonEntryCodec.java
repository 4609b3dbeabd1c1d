package io.httpcached.engine.codec;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form that a person can read in a browser of the backend: JSON, with bodies as text where they are text. Larger and
 * slower than {@link BinaryEntryCodec}; for development.
 */
@Singleton
@Named("json")
@Requires(classes = JsonMapper.class)
public final class JsonEntryCodec implements EntryCodec {

    private static final String FORMAT = "httpcached-2";
    private static final Argument<JsonNode> NODE = Argument.of(JsonNode.class);

    private final JsonMapper mapper;

    /**
     * Creates a codec.
     *
     * @param mapper the application's JSON
     */
    public JsonEntryCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] encode(StoredEntry entry) {
        Map<String, JsonNode> json = new LinkedHashMap<>();
        json.put("format", JsonNode.createStringNode(FORMAT));
        json.put("key", JsonNode.createStringNode(entry.key()));
        json.put("expires", time(entry.expiresAtMillis()));
        json.put("tags", array(entry.entryTags(), JsonEntryCodec::entryTag));
        if (entry.entry() instanceof Entry.Response response) {
            json.put("response", response(response.response()));
        } else {
            json.put("varies", array(((Entry.Variants) entry.entry()).fields(), JsonNode::createStringNode));
        }
        try {
            return mapper.writeValueAsBytes(JsonNode.createObjectNode(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    @Override
    public @Nullable StoredEntry decode(byte[] bytes) {
        try {
            JsonReader json = new JsonReader(mapper.readValue(bytes, NODE));
            if (!json.text("format").equals(FORMAT)) {
                return null;
            }
            Entry entry = json.has("response")
                    ? new Entry.Response(response(json.object("response")))
                    : new Entry.Variants(json.texts("varies"));
            List<EntryTag> entryTags = new ArrayList<>();
            for (JsonReader tag : json.objects("tags")) {
                entryTags.add(new EntryTag(tag.text("tag"), number(tag, "existence"), number(tag, "freshness")));
            }
            return new StoredEntry(json.text("key"), entry, entryTags, json.time("expires"));
        } catch (IOException | MalformedEntryException | IllegalArgumentException | DateTimeException damaged) {
            return null;
        }
    }

    private static JsonNode response(StoredResponse response) {
        Lifetime lifetime = response.lifetime();
        Map<String, JsonNode> json = new LinkedHashMap<>();
        json.put("status", JsonNode.createNumberNode(response.status()));
        json.put("requested", time(response.requestTimeMillis()));
        json.put("answered", time(response.responseTimeMillis()));
        json.put("freshSeconds", JsonNode.createNumberNode(lifetime.freshSeconds()));
        json.put("initialAgeSeconds", JsonNode.createNumberNode(lifetime.initialAgeSeconds()));
        json.put("staleWhileRevalidateSeconds", JsonNode.createNumberNode(lifetime.staleWhileRevalidateSeconds()));
        json.put("staleIfErrorSeconds", JsonNode.createNumberNode(lifetime.staleIfErrorSeconds()));
        json.put("alwaysRevalidate", JsonNode.createBooleanNode(lifetime.alwaysRevalidate()));
        json.put("mustRevalidate", JsonNode.createBooleanNode(lifetime.mustRevalidate()));
        json.put("sharingPermitted", JsonNode.createBooleanNode(lifetime.sharingPermitted()));
        json.put("fromPolicy", JsonNode.createBooleanNode(lifetime.fromPolicy()));
        json.put("fields", fields(response.fields()));
        String text = Utf8.strictly(response.body());
        json.put(
                text == null ? "base64" : "text",
                JsonNode.createStringNode(text == null ? base64(response.body()) : text));
        byte[] compressed = response.compressedBody();
        if (compressed != null) {
            json.put("gzip", JsonNode.createStringNode(base64(compressed)));
        }
        return JsonNode.createObjectNode(json);
    }

    private static StoredResponse response(JsonReader json) throws MalformedEntryException {
        Lifetime lifetime = new Lifetime(
                json.number("freshSeconds"),
                json.number("initialAgeSeconds"),
                json.number("staleWhileRevalidateSeconds"),
                json.number("staleIfErrorSeconds"),
                json.flag("alwaysRevalidate"),
                json.flag("mustRevalidate"),
                json.flag("sharingPermitted"),
                json.flag("fromPolicy"));
        byte[] body = json.has("text") ? Utf8.bytes(json.text("text")) : json.base64("base64");
        StoredResponse plain = new StoredResponse(
                (int) json.number("status"),
                fields(json),
                body,
                lifetime,
                json.time("requested"),
                json.time("answered"));
        return json.has("gzip") ? ContentCoding.offering(plain, json.base64("gzip")) : plain;
    }

    private static JsonNode fields(Fields fields) {
        List<JsonNode> lines = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            lines.add(JsonNode.createArrayNode(
                    List.of(JsonNode.createStringNode(fields.name(i)), JsonNode.createStringNode(fields.value(i)))));
        }
        return JsonNode.createArrayNode(lines);
    }

    private static Fields fields(JsonReader json) throws MalformedEntryException {
        Fields.Builder fields = Fields.builder();
        for (List<String> line : json.textLists("fields")) {
            if (line.size() != 2) {
                throw new MalformedEntryException("a field line of " + line.size() + " parts");
            }
            fields.add(line.get(0), line.get(1));
        }
        return fields.build();
    }

    private static JsonNode entryTag(EntryTag entryTag) {
        return JsonNode.createObjectNode(Map.of(
                "tag", JsonNode.createStringNode(entryTag.tag()),
                "existence", JsonNode.createStringNode(Long.toUnsignedString(entryTag.existence(), 16)),
                "freshness", JsonNode.createStringNode(Long.toUnsignedString(entryTag.freshness(), 16))));
    }

    private static long number(JsonReader json, String name) throws MalformedEntryException {
        return Long.parseUnsignedLong(json.text(name), 16);
    }

    private static <T> JsonNode array(List<T> values, Function<T, JsonNode> each) {
        return JsonNode.createArrayNode(values.stream().map(each).toList());
    }

    private static JsonNode time(long millis) {
        return JsonNode.createStringNode(Instant.ofEpochMilli(millis).toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
