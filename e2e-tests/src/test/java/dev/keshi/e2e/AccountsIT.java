package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.demo.Personas;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.test.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

@OnThePlatform
class AccountsIT {

    private final Keshi keshi;

    AccountsIT(Keshi keshi) {
        this.keshi = keshi;
    }

    @Scenario("O13")
    void anInvitedPersonChoosesAPasswordAndSignsIn() {
        Caller colleague = keshi.login(Personas.COLLEAGUE);

        assertThat(colleague
                        .get("/api/org/v1/people/me")
                        .expect(200)
                        .json()
                        .path("person")
                        .path("name")
                        .asString())
                .isEqualTo("吴恬");
        assertThatExceptionOfType(CallFailure.class)
                .isThrownBy(() -> Caller.person(keshi.gateway(), Personas.COLLEAGUE, "not the password")
                        .token());
    }

    @Scenario("O13")
    void withoutATokenOrWithAForgedOneNobodyGetsIn() {
        String token = keshi.person(Part.EMPLOYEE).token();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = claims.replace("EMPLOYEE", "ADMIN");
        assertThat(more).isNotEqualTo(claims);
        String forged = String.join(
                ".",
                parts[0],
                Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8)),
                parts[2]);

        assertThat(keshi.nobody().get("/api/org/v1/departments").status()).isEqualTo(401);
        assertThat(Caller.withToken(keshi.gateway(), forged)
                        .get("/api/org/v1/departments")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(keshi.gateway(), token)
                        .get("/api/org/v1/departments")
                        .status())
                .isEqualTo(200);
    }

    @Scenario({"O13", "X1"})
    void rolesDecideWhoMayDoWhat() {
        assertThat(keshi.person(Part.EMPLOYEE).get("/api/org/v1/accounts").status())
                .isEqualTo(403);
        assertThat(keshi.person(Part.AUDITOR).get("/api/org/v1/accounts").status())
                .isEqualTo(200);
        assertThat(keshi.person(Part.AUDITOR)
                        .postBare("/api/org/v1/accounts/whoever/invitation")
                        .status())
                .isEqualTo(403);
    }

    @Scenario("O13")
    void aLockedAccountLosesItsTokensInEveryServiceWithinSeconds() throws Throwable {
        Caller locked = keshi.login(Personas.PERSONNEL_MANAGER);
        Caller withOldToken = Caller.withToken(keshi.gateway(), locked.token());
        assertThat(withOldToken.get(Leave.TASKS).status()).isEqualTo(200);
        JsonNode account = keshi.administrator()
                .get("/api/org/v1/accounts?loginName=" + Personas.PERSONNEL_MANAGER)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        String path = "/api/org/v1/accounts/" + Leave.id(account);

        keshi.administrator().postBare(path + "/lock").expect(200);
        long begin = System.nanoTime();
        Eventually.eventually(
                () -> assertThat(withOldToken.get(Leave.TASKS).status()).isEqualTo(401));
        double seconds = (System.nanoTime() - begin) / 1e9;
        keshi.administrator().postBare(path + "/unlock").expect(200);

        assertThat(seconds).isLessThan(5);
        assertThat(Caller.person(
                                keshi.gateway(), Personas.PERSONNEL_MANAGER, keshi.password(Personas.PERSONNEL_MANAGER))
                        .get("/api/org/v1/people/me")
                        .status())
                .isEqualTo(200);
    }
}
