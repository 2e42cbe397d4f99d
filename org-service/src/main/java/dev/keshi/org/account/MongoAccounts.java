package dev.keshi.org.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Accounts in the aggregate store. */
@Component
final class MongoAccounts implements Accounts {

    static final String COLLECTION = "accounts";

    private final AggregateCollection<AccountDocument> accounts;
    private final MongoOperations mongo;

    MongoAccounts(AggregateStore store, MongoOperations mongo) {
        this.accounts = store.collection(COLLECTION, AccountDocument.class);
        this.mongo = mongo;
    }

    @Override
    public Optional<Versioned<Account>> find(AccountId id) {
        return accounts.find(id.value()).map(MongoAccounts::account);
    }

    @Override
    public Optional<Account> findByLoginName(LoginName loginName) {
        return first(eq("state.loginName", loginName.value()));
    }

    @Override
    public Versioned<Account> create(CommandContext context, Account account) {
        try {
            return account(accounts.create(account.id().value(), context, change(account)));
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new AccountProblem.LoginNameTaken();
        }
    }

    @Override
    public void createMissing(CommandContext context, List<Account> missing) {
        accounts.createMissing(
                context,
                missing.stream()
                        .map(account -> new NewAggregate<>(account.id().value(), change(account)))
                        .toList());
    }

    @Override
    public Versioned<Account> change(CommandContext context, AccountId id, UnaryOperator<Account> transition) {
        try {
            return account(accounts.change(
                    id.value(), context, document -> change(transition.apply(document.toAccount(id.value())))));
        } catch (AggregateFailure.NotFound none) {
            throw new AccountProblem.NotFound(id);
        }
    }

    @Override
    public boolean anyAdministrator() {
        return first(and(eq("state.roles", Role.ADMIN.name()), ne("state.status", AccountDocument.CLOSED)))
                .isPresent();
    }

    @Override
    public Map<String, String> owners(Collection<String> loginNames) {
        var owners = new HashMap<String, String>();
        mongo.execute(COLLECTION, documents -> {
            documents
                    .find(in("state.loginName", loginNames))
                    .projection(include("state.loginName", "state.personId"))
                    .forEach(found -> {
                        var state = found.get("state", Document.class);
                        owners.put(state.getString("loginName"), state.getString("personId"));
                    });
            return owners;
        });
        return owners;
    }

    @Override
    public List<Versioned<Account>> list(AccountFilter filter, Optional<String> after, int limit) {
        var wanted = new ArrayList<Bson>();
        filter.loginName().ifPresent(name -> wanted.add(eq("state.loginName", name)));
        filter.personId()
                .ifPresent(person -> wanted.add(eq("_id", AccountId.of(person).value())));
        filter.role().ifPresent(role -> wanted.add(eq("state.roles", role.name())));
        after.ifPresent(name -> wanted.add(gt("state.loginName", name)));
        var found = new ArrayList<Document>();
        mongo.execute(
                COLLECTION,
                documents -> documents
                        .find(wanted.isEmpty() ? empty() : and(wanted))
                        .sort(ascending("state.loginName"))
                        .limit(limit)
                        .projection(exclude("outbox"))
                        .into(found));
        return found.stream()
                .map(accounts::versioned)
                .map(MongoAccounts::account)
                .toList();
    }

    private Optional<Account> first(Bson filter) {
        return Optional.ofNullable(mongo.execute(
                        COLLECTION,
                        documents -> documents
                                .find(filter)
                                .projection(exclude("outbox"))
                                .first()))
                .map(accounts::versioned)
                .map(found -> found.state().toAccount(found.id()));
    }

    private static Versioned<Account> account(Versioned<AccountDocument> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().toAccount(stored.id()));
    }

    private static Change<AccountDocument> change(Account account) {
        return new Change<>(AccountDocument.of(account), AccountEventTranslator.publish(account.news()));
    }
}
