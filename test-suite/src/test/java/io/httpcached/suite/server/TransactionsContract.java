package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.cache.annotation.CacheInvalidate;
import io.micronaut.cache.annotation.CachePut;
import io.micronaut.cache.annotation.Cacheable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invalidations in transactions of a database follow the commit. */
abstract class TransactionsContract {

    private TestServer server = startWithDatabase();

    abstract TestServer start(Object... settings);

    private TestServer startWithDatabase(Object... settings) {
        List<Object> all = new ArrayList<>(Arrays.asList(settings));
        all.addAll(List.of(
                "datasources.default.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "datasources.default.driver-class-name",
                "org.h2.Driver",
                "datasources.default.username",
                "sa",
                "datasources.default.password",
                "",
                "http-cache.caches.names.ttl",
                "1h"));
        TestServer started = start(all.toArray());
        started.bean(Accounts.class).create();
        return started;
    }

    @AfterEach
    void stop() {
        server.bean(Accounts.class).gate.open();
        server.close();
    }

    private WireResponse get() {
        return server.get("/accounts/1");
    }

    private void warmUp() {
        Eventually.get(this::get, WireResponse::isHit);
        assertThat(get().text()).isEqualTo("old");
    }

    private CompletableFuture<WireResponse> post(String target) {
        return CompletableFuture.supplyAsync(() -> server.send("POST", target, "Content-Length: 0"));
    }

    /** Changes the account, and lets a reader store the old state while the change is not committed. */
    private WireResponse changeWithAReaderInBetween() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1");
        accounts.gate.awaitRun();
        assertThat(server.get("/accounts/1", "Cache-Control: no-cache").text()).isEqualTo("old");
        Eventually.get(this::get, WireResponse::isHit);
        accounts.gate.open();
        return change.get();
    }

    @Test
    void readerBetweenInvalidationAndCommitDoesNotBringTheOldStateBack() throws Exception {
        WireResponse changed = changeWithAReaderInBetween();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).isEqualTo("invalidated: true");
        assertThat(get().text()).isEqualTo("new");
    }

    /** The same reader brings the old state back if the invalidation does not wait for the commit. */
    @Test
    void switchedOffTheInvalidationIsDoneAtOnce() throws Exception {
        server.close();
        server = startWithDatabase("http-cache.invalidation.after-commit", false);
        changeWithAReaderInBetween();
        assertThat(get().text()).isEqualTo("old");
    }

    @Test
    void rollbackInvalidatesNothing() throws Exception {
        warmUp();
        assertThat(post("/changes/1/fail").get().status()).isEqualTo(500);
        assertThat(get().isHit()).isTrue();
        assertThat(get().text()).isEqualTo("old");
    }

    @Test
    void methodThatJoinsATransactionInvalidatesAfterItsCommit() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/joined");
        accounts.gate.awaitRun();
        assertThat(get().isHit()).isTrue();
        accounts.gate.open();
        assertThat(change.get().status()).isEqualTo(200);
        assertThat(get().text()).isEqualTo("new");
    }

    @Test
    void rollbackOfTheCallerInvalidatesNothing() throws Exception {
        warmUp();
        assertThat(post("/changes/1/joined-fail").get().status()).isEqualTo(500);
        assertThat(get().isHit()).isTrue();
    }

    @Test
    void transactionOfItsOwnInvalidatesAfterItsOwnCommit() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/nested");
        accounts.gate.awaitRun();
        accounts.gate.openOne();
        accounts.gate.awaitRun();
        assertThat(get().text()).isEqualTo("new");
        accounts.gate.open();
        assertThat(change.get().status()).isEqualTo(200);
    }

    /** No commit follows that the invalidation could wait for. */
    @Test
    void methodThatRunsWithoutATransactionInvalidatesAtOnce() throws Exception {
        warmUp();
        assertThat(post("/changes/1/supports").get().text()).isEqualTo("invalidated: true");
        assertThat(get().isHit()).isFalse();
    }

    @Test
    void listenerOfTheCommitInvalidates() throws Exception {
        warmUp();
        assertThat(post("/changes/1/event").get().status()).isEqualTo(200);
        assertThat(get().text()).isEqualTo("new");
    }

    @Test
    void annotationInvalidatesAfterTheCommit() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/annotated");
        accounts.gate.awaitRun();
        assertThat(get().isHit()).isTrue();
        accounts.gate.open();
        assertThat(change.get().status()).isEqualTo(200);
        assertThat(get().text()).isEqualTo("new");
    }

    @Test
    void annotationOnAMethodWhoseTransactionIsRolledBackInvalidatesNothing() throws Exception {
        warmUp();
        assertThat(post("/changes/1/annotated-fail").get().status()).isEqualTo(500);
        assertThat(get().isHit()).isTrue();
    }

    /** The end of a nested transaction makes nothing visible to others. */
    @Test
    void nestedTransactionInvalidatesAfterTheCommitOfTheOuterOne() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/savepoint");
        accounts.gate.awaitRun();
        assertThat(server.get("/accounts/1", "Cache-Control: no-cache").text()).isEqualTo("old");
        Eventually.get(this::get, WireResponse::isHit);
        accounts.gate.open();
        assertThat(change.get().status()).isEqualTo(200);
        assertThat(get().text()).isEqualTo("new");
    }

    @Test
    void transactionThatIsMarkedForRollbackInvalidatesNothing() throws Exception {
        warmUp();
        assertThat(post("/changes/1/rollback-only").get().status()).isEqualTo(200);
        assertThat(get().isHit()).isTrue();
    }

    @Test
    void readOnlyTransactionInvalidatesAfterItsEnd() throws Exception {
        warmUp();
        assertThat(post("/changes/1/read-only").get().status()).isEqualTo(200);
        assertThat(get().isHit()).isFalse();
    }

    /** The transaction of the caller does not see what this method does, so its end means nothing. */
    @Test
    void methodThatSuspendsATransactionInvalidatesAtOnce() throws Exception {
        warmUp();
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/suspended");
        accounts.gate.awaitRun();
        assertThat(get().isHit()).isFalse();
        accounts.gate.open();
        assertThat(change.get().status()).isEqualTo(200);
    }

    /** A warming request has a transaction of its own, which sees nothing of that of its caller. */
    @Test
    void warmingInATransactionShowsNothingOfIt() throws Exception {
        Accounts accounts = server.bean(Accounts.class);
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/warm");
        accounts.gate.awaitRun();
        WireResponse warmed = get();
        assertThat(warmed.isHit()).isTrue();
        assertThat(warmed.text()).isEqualTo("old");
        accounts.gate.open();
        assertThat(change.get().text()).isEqualTo("STORED");
        assertThat(get().text()).isEqualTo("new");
    }

    @Test
    void invalidationOfAResultInATransactionFollowsTheCommit() throws Exception {
        Accounts accounts = server.bean(Accounts.class);
        Names names = server.bean(Names.class);
        assertThat(names.find(1)).isEqualTo("old");
        accounts.gate.close();
        CompletableFuture<WireResponse> change = post("/changes/1/forgotten");
        accounts.gate.awaitRun();
        assertThat(names.find(1)).isEqualTo("old");
        accounts.gate.open();
        assertThat(change.get().text()).isEqualTo("new");
        assertThat(names.find(1)).isEqualTo("new");
    }

    @Test
    void resultThatATransactionPutsIsNotStoredIfItIsRolledBack() throws Exception {
        Names names = server.bean(Names.class);
        assertThat(names.find(1)).isEqualTo("old");
        assertThat(post("/changes/1/put-fail").get().status()).isEqualTo(500);
        assertThat(names.find(1)).isEqualTo("old");
        assertThat(post("/changes/1/put").get().status()).isEqualTo(200);
        assertThat(names.find(1)).isEqualTo("new");
    }

    @Controller("/accounts")
    @Requires(property = "scenario", value = "transactions")
    @ExecuteOn(TaskExecutors.BLOCKING)
    static class AccountController {

        private final Accounts accounts;

        AccountController(Accounts accounts) {
            this.accounts = accounts;
        }

        @Get("/{id}")
        @HttpCached(ttl = "1h", tags = "account:{id}")
        String show(long id) {
            return accounts.name(id);
        }
    }

    @Controller("/changes")
    @Requires(property = "scenario", value = "transactions")
    @ExecuteOn(TaskExecutors.BLOCKING)
    static class ChangeController {

        private final Accounts accounts;
        private final Callers callers;

        ChangeController(Accounts accounts, Callers callers) {
            this.accounts = accounts;
            this.callers = callers;
        }

        @Post("/{id}")
        String change(long id) {
            return accounts.rename(id);
        }

        @Post("/{id}/fail")
        String fail(long id) {
            return accounts.renameAndFail(id);
        }

        @Post("/{id}/joined")
        String joined(long id) {
            return callers.join(id, false);
        }

        @Post("/{id}/joined-fail")
        String joinedAndFailing(long id) {
            return callers.join(id, true);
        }

        @Post("/{id}/nested")
        String nested(long id) {
            return callers.nest(id);
        }

        @Post("/{id}/savepoint")
        String savepoint(long id) {
            return callers.nestWithSavepoint(id);
        }

        @Post("/{id}/rollback-only")
        String rollbackOnly(long id) {
            return accounts.renameAndMarkForRollback(id);
        }

        @Post("/{id}/read-only")
        String readOnly(long id) {
            return accounts.invalidateReadOnly(id);
        }

        @Post("/{id}/suspended")
        String suspended(long id) {
            return callers.suspend(id);
        }

        @Post("/{id}/warm")
        String warm(long id) {
            return accounts.renameAndWarm(id);
        }

        @Post("/{id}/forgotten")
        String forgotten(long id) {
            return callers.forget(id);
        }

        @Post("/{id}/put")
        String put(long id) {
            return callers.put(id, false);
        }

        @Post("/{id}/put-fail")
        String putAndFail(long id) {
            return callers.put(id, true);
        }

        @Post("/{id}/supports")
        String supports(long id) {
            return accounts.invalidateWithoutTransaction(id);
        }

        @Post("/{id}/event")
        String event(long id) {
            return accounts.renameWithEvent(id);
        }

        @Post("/{id}/annotated")
        @HttpCacheInvalidate(tags = "account:{id}")
        @Transactional
        String annotated(long id) {
            accounts.update(id);
            accounts.gate.pass();
            return "changed";
        }

        @Post("/{id}/annotated-fail")
        @HttpCacheInvalidate(tags = "account:{id}")
        @Transactional
        String annotatedAndFailing(long id) {
            accounts.update(id);
            throw new IllegalStateException("on purpose");
        }
    }

    /** Methods whose transaction others join. */
    @Singleton
    @Requires(property = "scenario", value = "transactions")
    static class Callers {

        private final Accounts accounts;
        private final Names names;

        Callers(Accounts accounts, Names names) {
            this.accounts = accounts;
            this.names = names;
        }

        @Transactional
        String nestWithSavepoint(long id) {
            String done = accounts.renameNested(id);
            accounts.gate.pass();
            return done;
        }

        @Transactional
        String suspend(long id) {
            String done = accounts.invalidateSuspending(id);
            accounts.gate.pass();
            return done;
        }

        /** A function that runs in the transaction after the invalidation sees its changes. */
        @Transactional
        String forget(long id) {
            accounts.update(id);
            names.forget(id);
            String found = names.find(id);
            names.forget(id);
            accounts.gate.pass();
            return found;
        }

        @Transactional
        String put(long id, boolean failing) {
            accounts.update(id);
            names.save(id, "new");
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            return "put";
        }

        @Transactional
        String join(long id, boolean failing) {
            accounts.rename(id);
            accounts.gate.pass();
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            return "joined";
        }

        @Transactional
        String nest(long id) {
            String done = accounts.renameInANewTransaction(id);
            accounts.gate.pass();
            return done;
        }
    }

    /** A function of the database, with cached results. */
    @Singleton
    @Requires(property = "scenario", value = "transactions")
    static class Names {

        private final Accounts accounts;

        Names(Accounts accounts) {
            this.accounts = accounts;
        }

        @Cacheable("names")
        String find(long id) {
            return accounts.name(id);
        }

        @CacheInvalidate("names")
        void forget(long id) {}

        @CachePut(cacheNames = "names", parameters = "id")
        String save(long id, String name) {
            return name;
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "transactions")
    static class Accounts {

        final Gate gate = new Gate();
        private final TransactionOperations<Connection> transactions;
        private final ApplicationEventPublisher<Renamed> events;
        private final HttpCache cache;

        record Renamed(long id) {}

        Accounts(
                TransactionOperations<Connection> transactions,
                ApplicationEventPublisher<Renamed> events,
                HttpCache cache) {
            this.transactions = transactions;
            this.events = events;
            this.cache = cache;
        }

        void create() {
            transactions.executeWrite(status -> {
                try (Statement statement = status.getConnection().createStatement()) {
                    statement.execute("create table account (id bigint primary key, name varchar(20))");
                    return statement.executeUpdate("insert into account values (1, 'old')");
                }
            });
        }

        String name(long id) {
            return transactions.executeRead(status -> name(status.getConnection(), id));
        }

        private static String name(Connection connection, long id) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select name from account where id = ?")) {
                statement.setLong(1, id);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getString(1);
                }
            }
        }

        @Transactional
        String rename(long id) {
            update(id);
            String invalidated = invalidate(id);
            gate.pass();
            return invalidated;
        }

        @Transactional
        String renameAndFail(long id) {
            update(id);
            invalidate(id);
            throw new IllegalStateException("on purpose");
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        String renameInANewTransaction(long id) {
            return rename(id);
        }

        @Transactional(propagation = Propagation.NESTED)
        String renameNested(long id) {
            update(id);
            return invalidate(id);
        }

        @Transactional
        String renameAndWarm(long id) {
            update(id);
            invalidate(id);
            String result = cache.warm("/accounts/" + id).join().get(0).result().name();
            gate.pass();
            return result;
        }

        @Transactional
        String renameAndMarkForRollback(long id) {
            update(id);
            transactions.findTransactionStatus().orElseThrow().setRollbackOnly();
            return invalidate(id);
        }

        @Transactional(readOnly = true)
        String invalidateReadOnly(long id) {
            return invalidate(id);
        }

        @Transactional(propagation = Propagation.NOT_SUPPORTED)
        String invalidateSuspending(long id) {
            return invalidate(id);
        }

        @Transactional(propagation = Propagation.SUPPORTS)
        String invalidateWithoutTransaction(long id) {
            return invalidate(id);
        }

        @Transactional
        String renameWithEvent(long id) {
            update(id);
            events.publishEvent(new Renamed(id));
            return "changed";
        }

        @TransactionalEventListener
        void renamed(Renamed event) {
            invalidate(event.id());
        }

        void update(long id) {
            try (PreparedStatement statement =
                    transactions.getConnection().prepareStatement("update account set name = 'new' where id = ?")) {
                statement.setLong(1, id);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits for the future, as applications do. */
        private String invalidate(long id) {
            CompletableFuture<Void> done = cache.invalidateTags("account:" + id);
            done.join();
            return "invalidated: " + done.isDone();
        }
    }
}
