package dev.keshi.org.identity.administrator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Ids;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.AccountProblem;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.AccountService;
import dev.keshi.org.account.LoginName;
import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.seal.Seal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The link of the first administrator. What stands in the store is a number that is no secret; the secret of the link
 * follows from it and the master key, so that every replica announces the same link. The account that the link makes is
 * named after that number, so that it is made once however many use the link at the same time.
 */
@Component
@WhenEmbedded
public final class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    static final String COLLECTION = "first_administrator";

    private static final String PURPOSE = "first administrator";
    private static final String LINK = "link";

    private final MongoOperations mongo;
    private final AccountQueries accounts;
    private final AccountService service;
    private final Seal seal;
    private final IdentitySettings settings;
    private final Ids ids;

    FirstAdministrator(
            MongoOperations mongo,
            AccountQueries accounts,
            AccountService service,
            Seal seal,
            IdentitySettings settings,
            Ids ids) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.service = service;
        this.seal = seal;
        this.settings = settings;
        this.ids = ids;
    }

    /** The secret of the link, while there is no administrator. */
    public Optional<String> secret() {
        if (accounts.anyAdministrator()) {
            return Optional.empty();
        }
        var number = number();
        if (accounts.find(AccountId.of(personId(number))).isPresent()) {
            number = another(number);
        }
        return Optional.of(secret(number));
    }

    public boolean opens(String secret) {
        return openedNumber(secret).isPresent();
    }

    /**
     * @throws AccountProblem.LinkNotValid when the link was used, or there is an administrator
     * @throws AccountProblem.PasswordRefused when the password breaks a rule; the link stays valid
     */
    public void create(String secret, LoginName loginName, String typedPassword) {
        var number = openedNumber(secret).orElseThrow(AccountProblem.LinkNotValid::new);
        service.createFirstAdministrator(personId(number), loginName, typedPassword);
        settings.administratorFile().ifPresent(FirstAdministrator::withdraw);
    }

    private static void withdraw(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            log.warn("The used link of the first administrator could not be removed from {}", file, failure);
        }
    }

    private Optional<String> openedNumber(String secret) {
        if (accounts.anyAdministrator()) {
            return Optional.empty();
        }
        var number = number();
        var matches = MessageDigest.isEqual(
                secret(number).getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return matches ? Optional.of(number) : Optional.empty();
    }

    private String number() {
        var link = mongo.execute(
                COLLECTION,
                links -> links.findOneAndUpdate(
                        eq("_id", LINK),
                        Updates.setOnInsert("number", ids.next()),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        if (link == null) {
            throw new IllegalStateException("An upsert answers its document");
        }
        return link.getString("number");
    }

    /** The administrator that the number made is gone, so a new link is due; replicas agree on the first one made. */
    private String another(String used) {
        mongo.execute(
                COLLECTION,
                links -> links.updateOne(and(eq("_id", LINK), eq("number", used)), Updates.set("number", ids.next())));
        return number();
    }

    private String secret(String number) {
        return seal.secretFor(PURPOSE, number);
    }

    private static String personId(String number) {
        return "administrator-" + number;
    }
}
