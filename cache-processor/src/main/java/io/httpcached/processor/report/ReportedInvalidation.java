package io.httpcached.processor.report;

import io.httpcached.processor.model.Invalidation;
import java.util.List;

/**
 * An invalidating route of the report.
 *
 * @param name its name
 * @param invalidations what it invalidates
 */
record ReportedInvalidation(RouteName name, List<Invalidation> invalidations) {}
