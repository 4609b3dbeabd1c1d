package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerResponseTest {

    private final HandlerResponse response = PipelineDriver.ok("one");

    @Test
    void theEntityTagOfTheCacheDoesNotReplaceThatOfTheHandler() {
        EntityTag tag = EntityTag.parse("\"1\"");
        assertThat(response.withEntityTag(tag).fields()).isEqualTo(Fields.of("ETag", "\"1\""));
        HandlerResponse tagged = PipelineDriver.ok("one", "ETag", "\"2\"");
        assertThat(tagged.withEntityTag(tag)).isSameAs(tagged);
        assertThat(response.withEntityTag(null)).isSameAs(response);
    }

    @Test
    void tagsAreAdded() {
        assertThat(response.withTags(List.of())).isSameAs(response);
        HandlerResponse tagged = response.withTags(List.of("a"));
        assertThat(tagged.tags()).containsExactly("a");
        assertThat(tagged.body()).isSameAs(response.body());
    }

    @Test
    void aFailureOfTheServerIsAnError() {
        assertThat(response.isError()).isFalse();
        assertThat(PipelineDriver.response(404, "none").isError()).isFalse();
        assertThat(PipelineDriver.response(503, "broken").isError()).isTrue();
    }
}
