package io.httpcached.store.dynamodb;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Settings of the backend {@code dynamodb}. Region, credentials and endpoint are those of the client. */
@ConfigurationProperties(DynamoDbConfiguration.PREFIX)
@Requires(property = DynamoDbConfiguration.TABLE)
public class DynamoDbConfiguration {

    static final String PREFIX = "http-cache.dynamodb";
    static final String TABLE = PREFIX + ".table";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}|arn:[\\x21-\\x7E]{1,1020}");

    private String table = "";
    private boolean createTable;
    private Duration requestTimeout = Duration.ofSeconds(1);

    /** {@return the table that holds the values} */
    public String getTable() {
        return table;
    }

    /**
     * The table that holds the values. Its partition key is the text {@code pk}, and it has no sort key.
     *
     * @param table its name or ARN
     */
    public void setTable(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new ConfigurationException(TABLE + ": '" + table
                    + "' is not the name of a table; write 3 to 255 letters, digits, '_', '-' and '.', or an ARN");
        }
        this.table = table;
    }

    /** {@return whether the table is created if there is none} */
    public boolean isCreateTable() {
        return createTable;
    }

    /**
     * Whether the first use creates the table if there is none: billed by request, with DynamoDB's own removal of expired
     * items switched on. Default value {@code false}.
     *
     * @param createTable true to create it
     */
    public void setCreateTable(boolean createTable) {
        this.createTable = createTable;
    }

    /** {@return how long a call may take} */
    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long a call to DynamoDB may take, with all attempts that the client makes. To be longer than
     * {@code http-cache.backend-timeout}, after which a request goes on without the backend. Default value {@code 1s}.
     *
     * @param requestTimeout a duration, at least a millisecond
     */
    public void setRequestTimeout(String requestTimeout) {
        String property = PREFIX + ".request-timeout";
        try {
            this.requestTimeout = DurationText.parse(requestTimeout);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + ": " + e.getMessage(), e);
        }
        if (this.requestTimeout.toMillis() == 0) {
            throw new ConfigurationException(property + ": '" + requestTimeout + "' is less than a millisecond");
        }
    }
}
