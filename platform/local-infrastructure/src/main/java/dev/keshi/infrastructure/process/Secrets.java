package dev.keshi.infrastructure.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** Random secrets, one a file, readable by their owner only. A secret is made once and never changes. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** A password that needs no escaping in a connection string. */
    public String password(String name) {
        return read(fileOf(name, 24, Base64.getUrlEncoder().withoutPadding()));
    }

    /** A key of 32 random bytes in standard Base64. */
    public String key(String name) {
        return read(fileOf(name, 32, Base64.getEncoder()));
    }

    /** A file of random Base64 text, as mongod wants it for the members of a replica set. */
    public Path keyFile(String name) {
        return fileOf(name, 567, Base64.getEncoder());
    }

    /** One thread at a time, so that two who want the same new secret get the same. */
    private Path fileOf(String name, int bytes, Base64.Encoder encoder) {
        synchronized (RANDOM) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                byte[] random = new byte[bytes];
                RANDOM.nextBytes(random);
                write(file, encoder.encodeToString(random));
            }
            return file;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalFailure("The secret %s cannot be read (%s): check its owner.".formatted(file, e), e);
        }
    }

    /** On the disk before anyone sees it under its name: a crash leaves a whole secret or none. */
    private static void write(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(draft);
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(draft, options, owner)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFailure(
                    "The secret %s cannot be written (%s): check the disk and the owner.".formatted(file, e), e);
        }
    }
}
