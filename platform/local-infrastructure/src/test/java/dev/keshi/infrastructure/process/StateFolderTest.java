package dev.keshi.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void onADiskThatIsNearlyFullNothingStartsAndTheSentenceSaysWhatToDo() {
        var state = new StateFolder(folder);

        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> state.requireSpace(new Disk(499 * MEGABYTE)))
                .withMessage("The disk that holds %s has 499 MB left and at least 500 MB are needed: free some space."
                        .formatted(folder));
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> state.requireSpace(new Disk(0)))
                .withMessageContaining("has 0 MB left");
    }

    @Test
    void aDiskWithRoomIsEnough() {
        var state = new StateFolder(folder);

        assertThatCode(() -> state.requireSpace(new Disk(500 * MEGABYTE))).doesNotThrowAnyException();
    }

    @Test
    void whereNoFolderCanBeMadeTheSentenceNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> new StateFolder(file).requireSpace())
                .withMessageStartingWith("The folder %s cannot be made (".formatted(file.resolve("data")))
                .withMessageEndingWith("): check its owner and the disk.");
    }

    /** A disk with that many bytes for us. */
    private static final class Disk extends FileStore {

        private final long usable;

        private Disk(long usable) {
            this.usable = usable;
        }

        @Override
        public String name() {
            return "disk";
        }

        @Override
        public String type() {
            return "disk";
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public long getTotalSpace() {
            return Long.MAX_VALUE;
        }

        @Override
        public long getUsableSpace() {
            return usable;
        }

        /** What is kept for the administrator does not count. */
        @Override
        public long getUnallocatedSpace() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
            return false;
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            return false;
        }

        @Override
        public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
            return null;
        }

        @Override
        public Object getAttribute(String attribute) {
            throw new UnsupportedOperationException(attribute);
        }
    }
}
