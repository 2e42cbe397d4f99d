package dev.keshi.org.account.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.IssuerAddress;
import dev.keshi.org.account.AccountCommand;
import dev.keshi.org.account.AccountFilter;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.AccountOpeningService;
import dev.keshi.org.account.AccountProblem;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.AccountService;
import dev.keshi.org.account.AccountView;
import dev.keshi.org.account.IssuedLink;
import dev.keshi.org.account.Issuer;
import dev.keshi.org.account.Role;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccountController.PATH)
class AccountController {

    static final String PATH = "/api/org/v1/accounts";

    private static final String ADMINISTRATOR = "hasRole('ADMIN')";
    private static final String HANDS_OUT_LINKS = "hasAnyRole('HR', 'ADMIN')";
    private static final String READER = "hasAnyRole('HR', 'ADMIN', 'AUDITOR')";

    private final AccountService service;
    private final AccountOpeningService opening;
    private final AccountQueries queries;
    private final IssuerAddress issuer;

    AccountController(
            AccountService service, AccountOpeningService opening, AccountQueries queries, IssuerAddress issuer) {
        this.service = service;
        this.opening = opening;
        this.queries = queries;
        this.issuer = issuer;
    }

    /** Accounts in the order of their login names. */
    @GetMapping
    @PreAuthorize(READER)
    Page<AccountView> list(
            @RequestParam Optional<String> loginName,
            @RequestParam Optional<String> personId,
            @RequestParam Optional<Role> role,
            Paging paging) {
        return queries.list(new AccountFilter(loginName, personId, role), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READER)
    ResponseEntity<AccountView> find(@PathVariable String id) {
        var account = queries.find(new AccountId(id)).orElseThrow(() -> new AccountProblem.NotFound(new AccountId(id)));
        return Replies.ok(account, account.state());
    }

    /** Gives a person an invited account; the link for its owner is asked for separately. */
    @PostMapping
    @PreAuthorize(HANDS_OUT_LINKS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountView> open(
            @Valid @RequestBody OpenAccountRequest request, Caller caller, CommandContext context) {
        var opened = opening.open(context, issuer(caller), request.toInvitation());
        return Replies.created(PATH + "/" + opened.id(), opened, opened.state());
    }

    /** A link with which an invited person sets the first password. Earlier links of the account stop working. */
    @PostMapping("/{id}/invitation")
    @PreAuthorize(HANDS_OUT_LINKS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LinkResponse> invite(@PathVariable String id, Caller caller, CommandContext context) {
        return told(service.inviteByLink(unrepeated(context), issuer(caller), new AccountId(id)));
    }

    /** A link with which the owner of an active account replaces a forgotten password. */
    @PostMapping("/{id}/password-reset")
    @PreAuthorize(HANDS_OUT_LINKS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LinkResponse> reset(@PathVariable String id, Caller caller, CommandContext context) {
        return told(service.resetByLink(unrepeated(context), issuer(caller), new AccountId(id)));
    }

    @PutMapping("/{id}/roles")
    @PreAuthorize(ADMINISTRATOR)
    ResponseEntity<AccountView> changeRoles(
            @PathVariable String id,
            @Valid @RequestBody ChangeRolesRequest request,
            Caller caller,
            @RequiresIfMatch CommandContext context) {
        return handle(id, request.toCommand(), caller, context);
    }

    @PostMapping("/{id}/lock")
    @PreAuthorize(ADMINISTRATOR)
    ResponseEntity<AccountView> lock(@PathVariable String id, Caller caller, CommandContext context) {
        return handle(id, new AccountCommand.Lock(), caller, context);
    }

    @PostMapping("/{id}/unlock")
    @PreAuthorize(ADMINISTRATOR)
    ResponseEntity<AccountView> unlock(@PathVariable String id, Caller caller, CommandContext context) {
        return handle(id, new AccountCommand.Unlock(), caller, context);
    }

    @PostMapping("/{id}/close")
    @PreAuthorize(ADMINISTRATOR)
    ResponseEntity<AccountView> close(@PathVariable String id, Caller caller, @RequiresIfMatch CommandContext context) {
        return handle(id, new AccountCommand.Close(), caller, context);
    }

    private ResponseEntity<AccountView> handle(
            String id, AccountCommand command, Caller caller, CommandContext context) {
        var changed = service.handle(context, issuer(caller), new AccountId(id), command);
        return Replies.ok(changed, changed.state());
    }

    /** The answer is told once, so a repetition makes a new link instead of finding the old one carried out. */
    private static CommandContext unrepeated(CommandContext context) {
        return new CommandContext(context.actor(), Optional.empty(), context.expectedVersion());
    }

    private ResponseEntity<LinkResponse> told(IssuedLink link) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Replies.TOLD_ONCE, "true")
                .body(new LinkResponse(
                        issuer.at("/account/invitation?token=" + link.token().text()), link.expiresAt()));
    }

    private static Issuer issuer(Caller caller) {
        return Issuer.of(caller.id(), caller.roles());
    }
}
