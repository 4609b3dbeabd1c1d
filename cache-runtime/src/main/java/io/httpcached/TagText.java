package io.httpcached;

import io.httpcached.core.CanonicalText;

/**
 * The text of values in tags. {@code {name}} in a tag of an annotation stands for the text of the value that the server binds
 * to the parameter, so {@code /items/007} and {@code /items/7} have the same tag {@code item:7}. Use this class where you write
 * such a tag yourself, for {@link HttpCache} or {@link CacheTags}:
 *
 * <pre>{@code
 * cache.invalidateTags("price:" + TagText.of(price));
 * }</pre>
 *
 * <p>Only decimal numbers have another text than a concatenation of strings would write:
 *
 * <table>
 * <caption>The text of each type</caption>
 * <tr><th>type</th><th>text</th><th>spellings in requests</th></tr>
 * <tr><td>{@code String}, {@code CharSequence}, {@code char}</td><td>the decoded text, unchanged</td>
 *     <td>{@code A}, {@code %41}</td></tr>
 * <tr><td>{@code byte}, {@code short}, {@code int}, {@code long}, {@code BigInteger}</td><td>{@code 7}</td>
 *     <td>{@code 7}, {@code 007}, {@code +7}</td></tr>
 * <tr><td>{@code float}, {@code double}, {@code BigDecimal}</td><td>{@code 1.5}, {@code 1}, {@code 100}: without trailing
 *     zeros, and without an exponent up to 40 digits</td><td>{@code 1.50}, {@code 1.0}, {@code 1e2}</td></tr>
 * <tr><td>{@code boolean}</td><td>{@code true}, {@code false}</td><td>{@code TRUE}, {@code yes}, {@code on}; any other text is
 *     {@code false}</td></tr>
 * <tr><td>an enum</td><td>its {@code toString()}: the name of the constant, unless overridden</td><td>{@code DARK_BLUE},
 *     {@code dark-blue}</td></tr>
 * <tr><td>{@code UUID}</td><td>36 characters in lower case</td><td>upper case, omitted zeros</td></tr>
 * <tr><td>types of {@code java.time}</td><td>their {@code toString()}: {@code 2026-01-01T00:00Z}, {@code PT1M30S}</td>
 *     <td>{@code 2026-01-01T00:00:00.000Z}, {@code 90s}; with {@code @Format}, texts in that format</td></tr>
 * <tr><td>any other type, bound by a {@code TypeConverter}</td><td>its {@code toString()}; if the class does not define it, the
 *     text of the request</td><td>those that the converter accepts</td></tr>
 * <tr><td>a value that the request does not have</td><td>the declared default, or the empty text</td><td></td></tr>
 * </table>
 */
public final class TagText {

    private TagText() {}

    /**
     * Returns the text that stands for a value in a tag.
     *
     * @param value the value
     * @return its text
     */
    public static String of(Object value) {
        return CanonicalText.of(value);
    }
}
