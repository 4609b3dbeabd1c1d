package io.httpcached.benchmark.report;

/**
 * What one round found of one operation. Times are microseconds for requests and seconds for compilations.
 *
 * @param time the processor time of all Java threads
 * @param elapsed the time on the clock
 * @param bytes what is allocated on the heap
 */
public record Sample(double time, double elapsed, double bytes) {}
