package io.httpcached.engine;

import java.time.Duration;

/**
 * The timeouts and limits of a pipeline.
 *
 * @param collapseTimeout the time that a request waits for the handler of an equal request
 * @param keepStale the time that the store keeps an entry with a validator after its freshness lifetime
 * @param maximumTags the maximum number of tags that a handler may add to a response that is stored
 */
public record PipelineSettings(Duration collapseTimeout, Duration keepStale, int maximumTags) {}
