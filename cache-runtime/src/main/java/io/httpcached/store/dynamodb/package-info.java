/** Values as items of a DynamoDB table, by the asynchronous client of the AWS SDK. */
@NullMarked
package io.httpcached.store.dynamodb;

import org.jspecify.annotations.NullMarked;
