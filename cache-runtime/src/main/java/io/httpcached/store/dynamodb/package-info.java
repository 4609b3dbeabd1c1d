/** The store for a DynamoDB table. It uses the asynchronous client of the AWS SDK. */
@Internal
@NullMarked
package io.httpcached.store.dynamodb;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
