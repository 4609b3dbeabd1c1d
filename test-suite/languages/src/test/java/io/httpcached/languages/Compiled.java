package io.httpcached.languages;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of a compilation.
 *
 * @param classes the folders of class files and resources
 * @param messages the messages of the compiler; empty if there are none
 */
record Compiled(List<Path> classes, String messages) {}
