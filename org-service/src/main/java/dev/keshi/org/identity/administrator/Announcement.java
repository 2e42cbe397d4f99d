package dev.keshi.org.identity.administrator;

import dev.keshi.org.IssuerAddress;
import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells the operator the link of the first administrator: in a file that only the operator reads, or in the log. */
@Component
@WhenEmbedded
final class Announcement implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final FirstAdministrator administrator;
    private final IdentitySettings settings;
    private final IssuerAddress issuer;
    private volatile boolean running;
    private @Nullable Thread thread;

    Announcement(FirstAdministrator administrator, IdentitySettings settings, IssuerAddress issuer) {
        this.administrator = administrator;
        this.settings = settings;
        this.issuer = issuer;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("first-administrator").start(this::announceWhenTheStoreAnswers);
    }

    private void announceWhenTheStoreAnswers() {
        while (running) {
            try {
                announce();
                return;
            } catch (IOException failure) {
                log.error("The link of the first administrator could not be written", failure);
                return;
            } catch (RuntimeException failure) {
                log.warn("Whether there is an administrator is not known yet: {}", failure.toString());
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void announce() throws IOException {
        var secret = administrator.secret();
        var file = settings.administratorFile();
        if (secret.isEmpty()) {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
            return;
        }
        var link = issuer.at("/account/first-administrator?token=" + secret.get());
        if (file.isEmpty()) {
            log.info("There is no administrator yet. This link makes one, once: {}", link);
            return;
        }
        write(file.get(), link);
        log.info("There is no administrator yet. The link that makes one, once, is in {}", file.get());
    }

    /** Whole or not at all, and readable for its owner only from the first moment. */
    private static void write(Path file, String link) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(
                folder,
                "link",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, (link + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
