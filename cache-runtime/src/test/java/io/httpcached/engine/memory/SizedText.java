package io.httpcached.engine.memory;

/** A text in a {@link MemoryStore}. */
record SizedText(String text, long bytes, long expiresAtMillis) implements MemoryStore.Value {}
