package io.httpcached.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagPatternTest {

    @ParameterizedTest
    @CsvSource({
        "products, products, true",
        "products, product, false",
        "product:{id}, product:{number}, true",
        "product:{id}, product:42, true",
        "product:{id}, product:, true",
        "product:{id}, products:{id}, false",
        "product:{id}, {kind}:42, true",
        "{kind}:42, {kind}:43, false",
        "{anything}, shop:{a}/{b}, true",
        "a{x}a, a, false",
        "{x}b{y}, {x}c{y}, true",
        "a.c, abc, false"
    })
    void twoTemplatesOverlapIfSomeTextMatchesBoth(String one, String other, boolean overlap) {
        TagPattern first = TagPattern.of(TagTemplate.parse(one), name -> TagPattern.ANY);
        TagPattern second = TagPattern.of(TagTemplate.parse(other), name -> TagPattern.ANY);

        assertThat(first.overlaps(second)).isEqualTo(overlap);
        assertThat(second.overlaps(first)).isEqualTo(overlap);
    }

    @Property
    void aPatternOverlapsWithEveryTextItProduces(
            @ForAll @Size(min = 1, max = 4) List<@StringLength(max = 3) @Chars({'a', 'b', '\n', '.'}) String> texts,
            @ForAll @Size(4) List<@StringLength(max = 3) @Chars({'a', 'b', '\n', '.'}) String> values) {
        TagPattern pattern = new TagPattern(texts, Collections.nCopies(texts.size() - 1, TagPattern.ANY));
        Iterator<String> next = values.iterator();
        String made = texts.stream().skip(1).map(text -> next.next() + text).collect(Collectors.joining());

        assertThat(pattern.overlaps(new TagPattern(List.of(texts.get(0) + made), List.of())))
                .isTrue();
    }

    /** Matches letter by letter and tries every length for each reference. */
    @Property(tries = 5000)
    void agreesWithASearchOverAllTexts(
            @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*'}) String one,
            @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*'}) String other) {
        assertThat(pattern(one).overlaps(pattern(other))).isEqualTo(someTextFits(one, other));
    }

    private static TagPattern pattern(String stars) {
        return TagPattern.of(TagTemplate.parse(stars.replace("*", "{x}")), name -> TagPattern.ANY);
    }

    private static boolean someTextFits(String one, String other) {
        if (one.isEmpty() && other.isEmpty()) {
            return true;
        }
        if (one.startsWith("*")) {
            return someTextFits(one.substring(1), other) || (!other.isEmpty() && someTextFits(one, other.substring(1)));
        }
        if (other.startsWith("*")) {
            return someTextFits(other, one);
        }
        return !one.isEmpty()
                && !other.isEmpty()
                && one.charAt(0) == other.charAt(0)
                && someTextFits(one.substring(1), other.substring(1));
    }
}
