package io.httpcached.engine.remote;

import io.httpcached.engine.Generation;
import io.httpcached.engine.codec.StoredEntry.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generations of tags at one moment.
 *
 * @param byTag the generation of each tag that was asked for, and had one
 */
record Generations(Map<String, Mark> byTag) implements Generation {

    /**
     * The tag that any eviction evicts, before those that it is for. Only the handler may know which tags a response has;
     * as long as nothing at all was evicted since it was called, they are still of the generation of that moment.
     */
    static final String ANY = "any:";

    /** Of an entry that is still good. */
    static final long NEVER = Long.MAX_VALUE;

    /** A moment of which nothing is known, because the backend did not answer: nothing that began in it is stored or shared. */
    static final Generation UNKNOWN = (earlier, tags) -> false;

    /** The generations of no tags. */
    static final Generations NONE = new Generations(Map.of());

    @Override
    public boolean unchangedSince(Generation earlier, List<String> tags) {
        return earlier instanceof Generations before && tags.stream().allMatch(tag -> isUnchanged(before, tag));
    }

    private boolean isUnchanged(Generations before, String tag) {
        Mark mark = byTag.get(tag);
        Mark earlier = before.byTag.get(tag);
        if (mark == null || earlier == null) {
            return isAnyUnchanged(before);
        }
        return mark.equals(earlier);
    }

    /** {@return whether generations of more tags may be found out later to be those of this moment} */
    boolean mayHaveMore() {
        return byTag.containsKey(ANY);
    }

    /** {@return whether nothing at all was evicted in between, as far as is known} */
    boolean isAnyUnchanged(Generations before) {
        Mark any = byTag.get(ANY);
        return any != null && any.equals(before.byTag.get(ANY));
    }

    /** {@return a text that is the same for equal generations of these tags only} */
    String text(List<String> tags) {
        StringBuilder text = new StringBuilder();
        tags.stream().sorted().forEach(tag -> text.append(tag.length())
                .append(':')
                .append(tag)
                .append(byTag.get(tag))
                .append(';'));
        return text.toString();
    }

    /** {@return whether none of the stamped tags was evicted since} */
    boolean confirm(List<Stamp> stamps) {
        return stamps.stream().allMatch(stamp -> {
            Mark mark = byTag.get(stamp.tag());
            return mark != null && mark.existence() == stamp.existence();
        });
    }

    /** {@return since when entries with the stamps are stale, in milliseconds since the epoch, or {@link #NEVER}} */
    long outdatedSince(List<Stamp> stamps) {
        long since = NEVER;
        for (Stamp stamp : stamps) {
            Mark mark = byTag.get(stamp.tag());
            if (mark != null && mark.freshness() != stamp.freshness()) {
                since = Math.min(since, mark.agedAtMillis());
            }
        }
        return since;
    }

    /** {@return those of the tags whose generation is not known} */
    List<String> unknown(Collection<String> tags) {
        return tags.stream().filter(tag -> !byTag.containsKey(tag)).toList();
    }

    /** {@return the stamps of an entry with these tags, or null if not all of their generations are known} */
    @Nullable
    List<Stamp> stamps(List<String> tags) {
        List<Stamp> stamps = new ArrayList<>(tags.size());
        for (String tag : tags) {
            Mark mark = byTag.get(tag);
            if (mark == null) {
                return null;
            }
            stamps.add(new Stamp(tag, mark.existence(), mark.freshness()));
        }
        return stamps;
    }
}
