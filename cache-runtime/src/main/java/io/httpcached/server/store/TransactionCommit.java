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
import java.util.ArrayList;
import java.util.List;
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
        List<TransactionStatus<?>> open = openTransactions();
        open.forEach(status -> status.registerSynchronization(new AfterEnd(invalidation, false)));
        return open.isEmpty() ? invalidation.get() : FOLLOWS_LATER;
    }

    @Override
    public CompletableFuture<Void> runNowAndAtEnd(Supplier<CompletableFuture<Void>> invalidation) {
        openTransactions().forEach(status -> status.registerSynchronization(new AfterEnd(invalidation, true)));
        return invalidation.get();
    }

    @Override
    public boolean isInTransaction() {
        return !openTransactions().isEmpty();
    }

    private List<TransactionStatus<?>> openTransactions() {
        List<TransactionStatus<?>> open = new ArrayList<>();
        for (TransactionOperations<?> each : operations) {
            each.findTransactionStatus()
                    .filter(TransactionCommit::isTransaction)
                    .ifPresent(open::add);
        }
        return open;
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
    private static final class AfterEnd implements TransactionSynchronization {

        private final Supplier<CompletableFuture<Void>> invalidation;
        private final boolean alsoAfterRollback;
        private boolean done;

        AfterEnd(Supplier<CompletableFuture<Void>> invalidation, boolean alsoAfterRollback) {
            this.invalidation = invalidation;
            this.alsoAfterRollback = alsoAfterRollback;
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
            if (alsoAfterRollback || status != Status.ROLLED_BACK) {
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
