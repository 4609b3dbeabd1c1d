package io.httpcached.example.catalog;

/** Text as it may stand in an HTML document. */
final class Html {

    private Html() {}

    /**
     * Escapes what HTML would read as markup, in an element as well as in a quoted attribute.
     *
     * @param text any text
     * @return the same text for a browser
     */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
