package dev.keshi.org.identity.page;

import dev.keshi.org.account.AccountProblem;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.AccountService;
import dev.keshi.org.account.LinkToken;
import dev.keshi.org.account.LoginName;
import dev.keshi.org.account.PasswordRule;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.administrator.FirstAdministrator;
import dev.keshi.org.identity.session.PersonAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which a password is set: through an invitation, as the first administrator, or instead of the old one. */
@RestController
@PreAuthorize("permitAll()")
@WhenEmbedded
class PasswordController {

    private static final String INVITATION = "/account/invitation";
    private static final String ADMINISTRATOR = "/account/first-administrator";
    private static final String PASSWORD = "/account/password";
    private static final int GONE = 410;
    private static final int REFUSED = 422;

    private final AccountService accounts;
    private final AccountQueries queries;
    private final FirstAdministrator administrator;
    private final Pages pages;

    PasswordController(AccountService accounts, AccountQueries queries, FirstAdministrator administrator, Pages pages) {
        this.accounts = accounts;
        this.queries = queries;
        this.administrator = administrator;
        this.pages = pages;
    }

    @GetMapping(INVITATION)
    ResponseEntity<byte[]> invitation(
            @RequestParam(defaultValue = "") String token,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return LinkToken.parse(token)
                .flatMap(queries::openedBy)
                .map(name -> invitationForm(language, 200, token, name, csrf, ""))
                .orElseGet(() -> pages.message(language, GONE, "link-not-valid"))
                .toResponse();
    }

    @PostMapping(INVITATION)
    ResponseEntity<byte[]> accept(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        var link = LinkToken.parse(token);
        var name = link.flatMap(queries::openedBy);
        if (link.isEmpty() || name.isEmpty()) {
            return pages.message(language, GONE, "link-not-valid").toResponse();
        }
        try {
            requireSame(password, passwordAgain);
            accounts.acceptLink(link.get(), password);
            return SignInController.seeOther("/login?ready");
        } catch (AccountProblem problem) {
            return refused(problem, language, text -> invitationForm(language, REFUSED, token, name.get(), csrf, text));
        }
    }

    @GetMapping(ADMINISTRATOR)
    ResponseEntity<byte[]> firstAdministrator(
            @RequestParam(defaultValue = "") String token,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return administrator.opens(token)
                ? administratorForm(language, 200, token, "admin", csrf, "").toResponse()
                : pages.message(language, GONE, "link-not-valid").toResponse();
    }

    @PostMapping(ADMINISTRATOR)
    ResponseEntity<byte[]> createAdministrator(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String loginName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        if (!administrator.opens(token)) {
            return pages.message(language, GONE, "link-not-valid").toResponse();
        }
        var name = LoginName.typed(loginName);
        if (name.isEmpty()) {
            return administratorForm(language, REFUSED, token, loginName, csrf, pages.text(language, "login-name-form"))
                    .toResponse();
        }
        try {
            requireSame(password, passwordAgain);
            administrator.create(token, name.get(), password);
            return SignInController.seeOther("/login?ready");
        } catch (AccountProblem problem) {
            return refused(
                    problem, language, text -> administratorForm(language, REFUSED, token, loginName, csrf, text));
        }
    }

    @GetMapping(PASSWORD)
    ResponseEntity<byte[]> password(
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return passwordForm(language, 200, csrf, "").toResponse();
    }

    /** Ends every session of the account, this one as well: signing in again proves the new password. */
    @PostMapping(PASSWORD)
    ResponseEntity<byte[]> changePassword(
            HttpServletRequest request,
            PersonAuthentication person,
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            CsrfToken csrf,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        try {
            requireSame(password, passwordAgain);
            accounts.changePassword(person.getPrincipal().account(), currentPassword, password);
            request.getSession().invalidate();
            return SignInController.seeOther("/login?changed");
        } catch (AccountProblem problem) {
            return refused(problem, language, text -> passwordForm(language, REFUSED, csrf, text));
        }
    }

    private static void requireSame(String password, String again) {
        if (!password.equals(again)) {
            throw new AccountProblem.PasswordRefused(PasswordRule.NOT_REPEATED);
        }
    }

    /** The form again with what is wrong, as long as another try can help. */
    private ResponseEntity<byte[]> refused(
            AccountProblem problem, @Nullable String language, java.util.function.Function<String, Page> form) {
        return switch (problem) {
            case AccountProblem.PasswordRefused broken ->
                form.apply(pages.text(language, "rule-" + broken.rule())).toResponse();
            case AccountProblem.WrongPassword wrong ->
                form.apply(pages.text(language, "wrong-password")).toResponse();
            case AccountProblem.LoginNameTaken taken ->
                form.apply(pages.text(language, "login-name-taken")).toResponse();
            case AccountProblem.LinkNotValid used ->
                pages.message(language, GONE, "link-not-valid").toResponse();
            case AccountProblem.Busy busy ->
                pages.message(language, 503, "busy").toResponse();
            default -> throw problem;
        };
    }

    private Page invitationForm(
            @Nullable String language, int status, String token, LoginName name, CsrfToken csrf, String problem) {
        var values = values(csrf, problem);
        values.put("token", token);
        values.put("loginName", name.value());
        return pages.page(language, status, "invitation", values);
    }

    private Page administratorForm(
            @Nullable String language, int status, String token, String loginName, CsrfToken csrf, String problem) {
        var values = values(csrf, problem);
        values.put("token", token);
        values.put("loginName", loginName);
        return pages.page(language, status, "first-administrator", values);
    }

    private Page passwordForm(@Nullable String language, int status, CsrfToken csrf, String problem) {
        return pages.page(language, status, "password", values(csrf, problem));
    }

    private static Map<String, Object> values(CsrfToken csrf, String problem) {
        var values = new HashMap<String, Object>();
        values.put("csrf", csrf.getToken());
        values.put("problem", problem);
        return values;
    }
}
