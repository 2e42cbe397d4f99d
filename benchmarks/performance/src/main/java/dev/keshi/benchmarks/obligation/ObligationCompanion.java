package dev.keshi.benchmarks.obligation;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import dev.keshi.benchmarks.appraisal.OtherServices;
import dev.keshi.benchmarks.appraisal.Signer;
import dev.keshi.benchmarks.load.Conversation;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** A process beside notification-service, on its mongod and in its database. */
final class ObligationCompanion {

    private final Signer signer;
    private final Obligations obligations;
    private final Profile profile;

    private ObligationCompanion(Signer signer, Obligations obligations, Profile profile) {
        this.signer = signer;
        this.obligations = obligations;
        this.profile = profile;
    }

    public static void main(String[] arguments) throws IOException {
        var address = new ConnectionString(setting("SPRING_MONGODB_URI"));
        var name = Objects.requireNonNull(address.getDatabase());
        var companion = new ObligationCompanion(
                Signer.known(
                        new OtherServices(setting("SPRING_KAFKA_BOOTSTRAP_SERVERS")), setting("KESHI_SECURITY_ISSUER")),
                new Obligations(MongoClients.create(address).getDatabase(name)),
                new Profile(MongoClients.create(setting("BENCH_ADMINISTRATOR")).getDatabase(name), "obligations"));
        new Conversation((verb, numbers) -> companion.carryOut(verb, numbers.length == 0 ? 0 : numbers[0])).hold();
    }

    private Map<String, Object> carryOut(String verb, int number) {
        return switch (verb) {
            case "token" -> Map.of("token", signer.token("p-0", "EMPLOYEE"));
            case "fill" -> {
                obligations.growTo(number);
                yield Map.of();
            }
            case "readers" ->
                Map.of(
                        "tokens",
                        obligations.readers(number).stream()
                                .map(person -> signer.token(person, "EMPLOYEE"))
                                .toList());
            case "profile" -> {
                if (number == 1) {
                    profile.begin();
                    yield Map.of();
                }
                yield profile.end();
            }
            default -> throw new IllegalArgumentException("nobody can " + verb);
        };
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
