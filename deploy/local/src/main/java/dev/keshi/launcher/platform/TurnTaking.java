package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two commands that change what runs in one checkout from doing so at the same time. */
public final class TurnTaking implements AutoCloseable {

    private final FileChannel file;

    private TurnTaking(FileChannel file) {
        this.file = file;
    }

    public static TurnTaking in(StateFolder state) {
        try {
            var file = FileChannel.open(state.run("turn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock turn = file.tryLock();
            if (turn == null) {
                file.close();
                throw new LocalFailure(
                        "Another ./keshi is changing what runs in this checkout: wait until it is done.");
            }
            return new TurnTaking(file);
        } catch (IOException e) {
            throw new LocalFailure(
                    "%s cannot be locked (%s): check its owner and the disk.".formatted(state.root(), e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new LocalFailure("The lock of this checkout cannot be given back: " + e.getMessage(), e);
        }
    }
}
