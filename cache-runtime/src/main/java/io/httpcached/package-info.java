/** What an application uses of the response cache beside its annotations. */
@NullMarked
package io.httpcached;

import org.jspecify.annotations.NullMarked;
