package dev.keshi.launcher.demo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Loads the demo enterprise into a platform that runs. */
public final class DemoEnterprise {

    /** As many people as the enterprise has when nobody says otherwise. */
    public static final int PEOPLE = 1200;

    private final Platform platform;
    private final Accounts accounts;
    private final DemoRecord demo;
    private final DemoFiles files;

    public DemoEnterprise(Platform platform, DemoFiles files) {
        this.platform = platform;
        this.accounts = accountsOf(platform);
        this.demo = DemoRecord.in(platform.state());
        this.files = files;
    }

    public static Accounts accountsOf(Platform platform) {
        return new Accounts(platform.ports().gateway(), platform.state(), platform.administratorLink());
    }

    /** Told each thing that was done. */
    public interface Listener {
        void done(String what, String figure, Duration took);
    }

    public DemoRecord demo() {
        return demo;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Does what is not done yet; nothing when the demo is loaded. */
    public void load(int people, Listener listener) {
        if (demo.isLoaded()) {
            requireSame(people);
            return;
        }
        long begin = System.nanoTime();
        Path folder = files.generate(people, platform.state().data("demo"));
        var organisation = Organisation.read(folder);
        var cast = Cast.of(organisation);
        listener.done(
                "demo files",
                "%d people in %d departments".formatted(organisation.people().size(), organisation.departmentCount()),
                since(begin));
        begin = System.nanoTime();
        Caller administrator = accounts.administrator();
        listener.done("first administrator", Accounts.ADMINISTRATOR + ", through the one-time link", since(begin));
        begin = System.nanoTime();
        var imported = OrganisationImport.run(administrator, folder);
        listener.done("import", imported.figure(), since(begin));
        begin = System.nanoTime();
        List.of(Part.values()).forEach(part -> accounts.caller(cast.player(part).login()));
        listener.done("accounts", "%d invited and accepted".formatted(Part.values().length), since(begin));
        demo.remember(cast);
        demo.rememberPeople(people);
        demo.rememberImport(imported.id(), imported.millis());
        demo.rememberLoaded();
    }

    private void requireSame(int people) {
        if (demo.people() != people) {
            throw new LocalFailure(
                    "The demo enterprise has %d people already: start over with ./keshi reset --yes to get %d."
                            .formatted(demo.people(), people));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
