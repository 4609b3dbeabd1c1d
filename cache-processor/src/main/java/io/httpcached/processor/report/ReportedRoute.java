package io.httpcached.processor.report;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.KeyPlan;
import java.util.List;

/**
 * A cached route of the report.
 *
 * @param name its name
 * @param route what is declared
 * @param plan what is inferred
 * @param invalidators the routes that invalidate entries of it
 */
record ReportedRoute(RouteName name, CachedRoute route, KeyPlan plan, List<Invalidator> invalidators) {}
