package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.demo.DemoEnterprise;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs a person of the demo enterprise in, through the same pages as a browser, and prints the access token. */
record Token(Checkout checkout, Terminal terminal) implements Verb {

    @Override
    public int run(List<String> typed) {
        String name = Arguments.parse(typed, Set.of(), Set.of()).word("the PERSON");
        var platform = Platform.of(checkout, Optional.empty());
        if (!platform.somethingRuns()) {
            throw new LocalFailure("Keshi does not run here: start it with ./keshi up.");
        }
        String login = DemoRecord.in(platform.state()).loginOf(name);
        terminal.print(DemoEnterprise.accountsOf(platform).caller(login).token());
        return DONE;
    }
}
