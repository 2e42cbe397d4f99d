package dev.keshi.org.account.web;

import dev.keshi.org.account.AccountProblem;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

/** What the failures of accounts mean over HTTP. */
@Component
final class AccountProblems implements ProblemMapping<AccountProblem> {

    @Override
    public Class<AccountProblem> failures() {
        return AccountProblem.class;
    }

    @Override
    public Problem describe(AccountProblem failure) {
        return switch (failure) {
            case AccountProblem.NotFound none -> Problem.notFound("account-not-found");
            case AccountProblem.LoginNameTaken taken -> Problem.conflict("login-name-taken");
            case AccountProblem.AccountExists exists -> Problem.conflict("account-exists");
            case AccountProblem.NobodyToInvite nobody -> Problem.unprocessable("nobody-to-invite");
            case AccountProblem.LinkNotValid link -> Problem.of(410, "account-link-not-valid");
            case AccountProblem.WrongPassword wrong -> Problem.forbidden("wrong-password");
            case AccountProblem.PasswordRefused refused ->
                Problem.unprocessable("password-refused", refused.rule().name());
            case AccountProblem.NotInvited state -> Problem.conflict("account-not-invited");
            case AccountProblem.NotActive state -> Problem.conflict("account-not-active");
            case AccountProblem.Locked state -> Problem.conflict("account-locked");
            case AccountProblem.NotLocked state -> Problem.conflict("account-not-locked");
            case AccountProblem.Closed state -> Problem.conflict("account-closed");
            case AccountProblem.RolesNotHeld lacking ->
                Problem.forbidden("roles-not-held", String.join(", ", lacking.roles()));
            case AccountProblem.OwnAccount own -> Problem.conflict("own-account");
            case AccountProblem.Busy busy -> CommonProblem.overloaded();
        };
    }
}
