package io.httpcached.benchmark.report;

/**
 * What one round found.
 *
 * @param time the time of one operation, in microseconds for requests and in seconds for compilations
 * @param bytes what one operation allocates on the heap
 */
public record Sample(double time, double bytes) {}
