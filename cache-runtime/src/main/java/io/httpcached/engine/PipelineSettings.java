package io.httpcached.engine;

import java.time.Duration;

/**
 * How patient the pipeline is.
 *
 * @param collapseTimeout how long a request waits for the handler of an equal request
 * @param keepStale how long an entry that can be validated is kept after its lifetime
 * @param maximumTags how many tags a handler may add to a response that is stored
 */
public record PipelineSettings(Duration collapseTimeout, Duration keepStale, int maximumTags) {}
