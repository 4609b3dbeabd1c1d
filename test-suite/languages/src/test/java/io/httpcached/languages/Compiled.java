package io.httpcached.languages;

import java.nio.file.Path;
import java.util.List;

/**
 * What a compiler made of sources.
 *
 * @param classes the folders of class files and resources
 * @param messages what it said; empty if it had nothing to say
 */
record Compiled(List<Path> classes, String messages) {}
