package io.httpcached.engine.remote;

import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tag versions of tags at one moment.
 *
 * @param byTag the tag version of each tag that was asked for, and had one
 */
record TagVersions(Map<String, TagVersion> byTag) implements TagSnapshot {

    /**
     * The tag that any invalidation invalidates, before those that it is for. Only the handler may know which tags a response has;
     * as long as nothing at all was invalidated since it was called, they are still of the tag version of that moment.
     */
    static final String ANY = "any:";

    /** Of an entry that is still good. */
    static final long NEVER = Long.MAX_VALUE;

    /** A moment of which nothing is known, because the backend did not answer: nothing that began in it is stored or shared. */
    static final TagSnapshot UNKNOWN = (earlier, tags) -> false;

    /** The tag versions of no tags. */
    static final TagVersions NONE = new TagVersions(Map.of());

    @Override
    public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
        return earlier instanceof TagVersions before && tags.stream().allMatch(tag -> isUnchanged(before, tag));
    }

    private boolean isUnchanged(TagVersions before, String tag) {
        TagVersion mark = byTag.get(tag);
        TagVersion earlier = before.byTag.get(tag);
        if (mark == null || earlier == null) {
            return isAnyUnchanged(before);
        }
        return mark.equals(earlier);
    }

    /** {@return whether tag versions of more tags may be found out later to be those of this moment} */
    boolean mayHaveMore() {
        return byTag.containsKey(ANY);
    }

    /** {@return whether nothing at all was invalidated in between, as far as is known} */
    boolean isAnyUnchanged(TagVersions before) {
        TagVersion any = byTag.get(ANY);
        return any != null && any.equals(before.byTag.get(ANY));
    }

    /** {@return a text that is the same for equal tag versions of these tags only} */
    String text(List<String> tags) {
        StringBuilder text = new StringBuilder();
        tags.stream().sorted().forEach(tag -> text.append(tag.length())
                .append(':')
                .append(tag)
                .append(byTag.get(tag))
                .append(';'));
        return text.toString();
    }

    /** {@return whether none of the stamped tags was invalidated since} */
    boolean confirm(List<EntryTag> entryTags) {
        return entryTags.stream().allMatch(entryTag -> {
            TagVersion mark = byTag.get(entryTag.tag());
            return mark != null && mark.existence() == entryTag.existence();
        });
    }

    /** {@return since when entries with the entryTags are stale, in milliseconds since the epoch, or {@link #NEVER}} */
    long outdatedSince(List<EntryTag> entryTags) {
        long since = NEVER;
        for (EntryTag entryTag : entryTags) {
            TagVersion mark = byTag.get(entryTag.tag());
            if (mark != null && mark.freshness() != entryTag.freshness()) {
                since = Math.min(since, mark.agedAtMillis());
            }
        }
        return since;
    }

    /** {@return those of the tags whose tag version is not known} */
    List<String> unknown(Collection<String> tags) {
        return tags.stream().filter(tag -> !byTag.containsKey(tag)).toList();
    }

    /** {@return the entryTags of an entry with these tags, or null if not all of their tag versions are known} */
    @Nullable
    List<EntryTag> entryTags(List<String> tags) {
        List<EntryTag> entryTags = new ArrayList<>(tags.size());
        for (String tag : tags) {
            TagVersion mark = byTag.get(tag);
            if (mark == null) {
                return null;
            }
            entryTags.add(new EntryTag(tag, mark.existence(), mark.freshness()));
        }
        return entryTags;
    }
}
