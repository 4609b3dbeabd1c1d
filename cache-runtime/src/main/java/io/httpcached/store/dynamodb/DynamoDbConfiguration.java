package io.httpcached.store.dynamodb;

import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.InvalidProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Settings of the backend dynamodb. Region, credentials and endpoint are settings of the AWS client
 * (aws.*).
 */
@ConfigurationProperties(DynamoDbConfiguration.PREFIX)
@Requires(property = DynamoDbConfiguration.TABLE)
public class DynamoDbConfiguration {

    static final String PREFIX = "http-cache.dynamodb";
    static final String TABLE = PREFIX + ".table";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}|arn:[\\x21-\\x7E]{1,1020}");

    private String table = "";
    private boolean createTable;
    private Duration requestTimeout = Duration.ofSeconds(1);

    /** {@return the name or ARN of the table} */
    public String getTable() {
        return table;
    }

    /**
     * The name or ARN of the table that stores the entries. The partition key of the table must be the string attribute
     * pk, without a sort key. The backend dynamodb exists only if this property is set. Default value: none.
     *
     * @param table the name or ARN of the table
     */
    public void setTable(String table) {
        if (!NAME.matcher(table).matches()) {
            throw InvalidProperty.of(
                    TABLE, "a table name of 3 to 255 letters, digits, '_', '-' or '.', or an ARN", table);
        }
        this.table = table;
    }

    /** {@return true if a missing table is created} */
    public boolean isCreateTable() {
        return createTable;
    }

    /**
     * Whether the first use creates the table if it does not exist. The new table is billed per request and has DynamoDB's
     * time to live switched on, which removes expired items. Default value: false.
     *
     * @param createTable {@code true} to create a missing table
     */
    public void setCreateTable(String createTable) {
        this.createTable = SwitchProperty.parse(PREFIX + ".create-table", createTable);
    }

    /** {@return the maximum duration of a call} */
    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * The maximum duration of a call to DynamoDB, including the retries of the client. Set it longer than
     * http-cache.backend-timeout, after which a request continues without the backend. Default value: 1s.
     *
     * @param requestTimeout a duration of at least one millisecond
     */
    public void setRequestTimeout(String requestTimeout) {
        this.requestTimeout = DurationProperty.parsePositive(PREFIX + ".request-timeout", requestTimeout);
    }
}
