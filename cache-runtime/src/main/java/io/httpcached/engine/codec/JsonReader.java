package io.httpcached.engine.codec;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members must be there, and be of the type they are read as. */
final class JsonReader {

    private final JsonNode object;

    JsonReader(@Nullable JsonNode object) throws MalformedEntryException {
        if (object == null || !object.isObject()) {
            throw new MalformedEntryException("not an object");
        }
        this.object = object;
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    String text(String name) throws MalformedEntryException {
        return textOf(need(name));
    }

    long number(String name) throws MalformedEntryException {
        return need(name, need(name).isNumber()).getLongValue();
    }

    boolean flag(String name) throws MalformedEntryException {
        return need(name, need(name).isBoolean()).getBooleanValue();
    }

    long time(String name) throws MalformedEntryException {
        return Instant.parse(text(name)).toEpochMilli();
    }

    byte[] base64(String name) throws MalformedEntryException {
        return Base64.getDecoder().decode(text(name));
    }

    JsonReader object(String name) throws MalformedEntryException {
        return new JsonReader(need(name));
    }

    List<JsonReader> objects(String name) throws MalformedEntryException {
        List<JsonReader> objects = new ArrayList<>();
        for (JsonNode each : need(name).values()) {
            objects.add(new JsonReader(each));
        }
        return objects;
    }

    List<String> texts(String name) throws MalformedEntryException {
        return textsOf(need(name));
    }

    List<List<String>> textLists(String name) throws MalformedEntryException {
        List<List<String>> lists = new ArrayList<>();
        for (JsonNode each : need(name).values()) {
            lists.add(textsOf(each));
        }
        return lists;
    }

    private static List<String> textsOf(JsonNode array) throws MalformedEntryException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array.values()) {
            texts.add(textOf(each));
        }
        return texts;
    }

    private static String textOf(JsonNode node) throws MalformedEntryException {
        if (!node.isString()) {
            throw new MalformedEntryException("not a text: " + node);
        }
        return node.getStringValue();
    }

    private JsonNode need(String name) throws MalformedEntryException {
        JsonNode member = object.get(name);
        if (member == null) {
            throw new MalformedEntryException(name + " is missing");
        }
        return member;
    }

    private JsonNode need(String name, boolean ofItsType) throws MalformedEntryException {
        if (!ofItsType) {
            throw new MalformedEntryException(name + " is of another type");
        }
        return need(name);
    }
}
