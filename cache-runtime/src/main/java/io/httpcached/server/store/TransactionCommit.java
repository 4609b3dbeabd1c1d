package io.httpcached.server.store;

import io.httpcached.engine.InvalidationTime;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.impl.DefaultTransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Carries out invalidations after the commit of the transaction that the calling thread has. A request that ran between the
 * invalidation and the commit would read the old data and store it again.
 */
@Singleton
@Requires(classes = TransactionOperations.class)
final class TransactionCommit implements InvalidationTime {

    private static final CompletableFuture<Void> FOLLOWS_LATER = CompletableFuture.completedFuture(null);

    private final BeanProvider<TransactionOperations<?>> operations;

    TransactionCommit(BeanProvider<TransactionOperations<?>> operations) {
        this.operations = operations;
    }

    /** If transactions of several data sources are open, the invalidation follows the commit of each of them. */
    @Override
    public CompletableFuture<Void> run(Supplier<CompletableFuture<Void>> invalidation) {
        boolean follows = false;
        for (TransactionOperations<?> each : operations) {
            TransactionStatus<?> status = each.findTransactionStatus().orElse(null);
            if (status != null && isTransaction(status)) {
                status.registerSynchronization(new AfterCommit(invalidation));
                follows = true;
            }
        }
        return follows ? FOLLOWS_LATER : invalidation.get();
    }

    /**
     * A method that supports transactions but runs without one has a status as well, which never commits. It differs from the
     * status of a method that takes part in the transaction of its caller only in its class.
     */
    private static boolean isTransaction(TransactionStatus<?> status) {
        return status.isNewTransaction()
                || status.getClass()
                        != DefaultTransactionStatus.noTx(
                                        status.getConnectionStatus(), status.getTransactionDefinition())
                                .getClass();
    }

    /** Invalidates before other code that waits for the commit runs, because that may read what the transaction has changed. */
    private static final class AfterCommit implements TransactionSynchronization {

        private final Supplier<CompletableFuture<Void>> invalidation;
        private boolean done;

        AfterCommit(Supplier<CompletableFuture<Void>> invalidation) {
            this.invalidation = invalidation;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            invalidate();
        }

        /** An unknown status may be that of a commit. */
        @Override
        public void afterCompletion(Status status) {
            if (status != Status.ROLLED_BACK) {
                invalidate();
            }
        }

        /** The data is committed, so an unconfirmed invalidation, which the store logs and repeats, fails nothing. */
        private void invalidate() {
            if (!done) {
                done = true;
                invalidation.get().exceptionally(unconfirmed -> null).join();
            }
        }
    }
}
