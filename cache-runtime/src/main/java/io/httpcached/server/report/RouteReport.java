package io.httpcached.server.report;

import java.util.List;

/**
 * A cached route as it runs.
 *
 * @param controller the name of its controller class
 * @param method the name of its method
 * @param uris the URI templates it is mapped to, with the context path
 * @param backend the name of the backend in which its entries live
 * @param namespace the namespace of its entries, or the empty text
 * @param totals how its requests were answered
 */
public record RouteReport(
        String controller, String method, List<String> uris, String backend, String namespace, RouteTotals totals) {}
