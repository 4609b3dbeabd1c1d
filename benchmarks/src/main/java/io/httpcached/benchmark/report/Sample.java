package io.httpcached.benchmark.report;

/**
 * The result of one operation in one round. Times are in microseconds for requests and in seconds for compilations.
 *
 * @param time the processor time of all Java threads
 * @param elapsed the elapsed time
 * @param bytes the number of bytes allocated on the heap
 */
public record Sample(double time, double elapsed, double bytes) {}
