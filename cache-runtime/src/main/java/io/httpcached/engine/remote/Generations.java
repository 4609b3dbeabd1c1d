package io.httpcached.engine.remote;

import io.httpcached.engine.Generation;
import io.httpcached.engine.codec.StoredEntry.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The generations of tags at one moment. A tag whose generation is not known is equal to nothing.
 *
 * @param byTag the generation of each tag that is known
 */
record Generations(Map<String, Long> byTag) implements Generation {

    /** A moment of which nothing is known, because the backend did not answer: nothing that began in it is stored or shared. */
    static final Generation UNKNOWN = (earlier, tags) -> false;

    @Override
    public boolean unchangedSince(Generation earlier, List<String> tags) {
        if (!(earlier instanceof Generations before)) {
            return false;
        }
        for (String tag : tags) {
            Long generation = byTag.get(tag);
            if (generation == null || !generation.equals(before.byTag.get(tag))) {
                return false;
            }
        }
        return true;
    }

    /** {@return a text that is the same for equal generations only} */
    String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byTag).forEach((tag, generation) -> text.append(tag.length())
                .append(':')
                .append(tag)
                .append(generation)
                .append(';'));
        return text.toString();
    }

    /** {@return whether none of the tags was evicted since the stamps were made} */
    boolean confirm(List<Stamp> stamps) {
        for (Stamp stamp : stamps) {
            Long generation = byTag.get(stamp.tag());
            if (generation == null || generation != stamp.generation()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the generations of these tags, or null if not all of them are known} */
    @Nullable
    List<Stamp> stamps(List<String> tags) {
        List<Stamp> stamps = new ArrayList<>(tags.size());
        for (String tag : tags) {
            Long generation = byTag.get(tag);
            if (generation == null) {
                return null;
            }
            stamps.add(new Stamp(tag, generation));
        }
        return stamps;
    }
}
