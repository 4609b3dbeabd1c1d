package io.httpcached.engine.targeted;

import io.httpcached.core.DirectivesReader;
import io.httpcached.core.FieldLines;
import io.httpcached.core.ResponseDirectives;
import java.util.List;

/**
 * Reads the first valid field of a target list, else {@code Cache-Control} (RFC 9213 §2.2).
 *
 * @param targets field names, the most specific first
 */
public record TargetedCacheControl(List<String> targets) implements DirectivesReader {

    /** Takes the list. */
    public TargetedCacheControl {
        targets = List.copyOf(targets);
    }

    @Override
    public ResponseDirectives read(FieldLines response) {
        return io.httpcached.core.Unwritten.yet();
    }
}
