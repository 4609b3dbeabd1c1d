package io.httpcached.server.routing;

import java.util.List;
import java.util.Set;

/**
 * The request fields on which the responses of a route vary.
 *
 * @param names the fields that {@code Vary} names
 * @param selecting those of them that select among the methods of one URI, or that filters answer to
 * @param keyed the selecting fields whose values are part of the key
 * @param keyedInPart the fields that the key contains only in part, in lower case
 */
record RouteVary(List<String> names, List<String> selecting, List<String> keyed, Set<String> keyedInPart) {}
