/** What every backend must do, as tests to extend: one class a backend, run against a real server. */
@NullMarked
package io.httpcached.contract;

import org.jspecify.annotations.NullMarked;
