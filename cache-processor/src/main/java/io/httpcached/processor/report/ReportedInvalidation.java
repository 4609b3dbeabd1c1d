package io.httpcached.processor.report;

import io.httpcached.processor.model.Eviction;
import java.util.List;

/**
 * An evicting route of the report.
 *
 * @param name its name
 * @param evictions what it evicts
 */
record ReportedInvalidation(RouteName name, List<Eviction> evictions) {}
