package io.httpcached.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.StrayBrace;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TagTemplateTest {

    @Test
    void separatesReferencesFromText() {
        assertThat(TagTemplate.parse("shop:{country}/{id}!").segments())
                .containsExactly(
                        new Text("shop:"), new Reference("country"), new Text("/"), new Reference("id"), new Text("!"));
    }

    @Test
    void keepsAnUnmatchedBrace() {
        assertThat(TagTemplate.parse("}a{").segments())
                .containsExactly(new StrayBrace(), new Text("a"), new StrayBrace());
    }

    @Property
    void losesNothing(@ForAll @Chars({'a', ':', '{', '}'}) String text) {
        String joined = TagTemplate.parse(text).segments().stream()
                .map(TagTemplateTest::length)
                .collect(Collectors.joining());

        assertThat(joined).hasSameSizeAs(text);
    }

    private static String length(Segment segment) {
        if (segment instanceof Text text) {
            return text.text();
        }
        return segment instanceof Reference reference ? "{" + reference.name() + "}" : "?";
    }
}
