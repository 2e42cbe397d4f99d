package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.Progress;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A mongod on the PATH. */
record InstalledMongod(String path) implements MongodSource {

    @Override
    public Optional<Path> find(Progress progress, Consumer<String> reasons) {
        Optional<Path> program = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            reasons.accept("none on the PATH");
            return Optional.empty();
        }
        Optional<MongodVersion> version = MongodVersion.of(program.get());
        if (version.isEmpty() || !version.get().isEnough()) {
            reasons.accept("the one at %s does not run or is older than 6.0".formatted(program.get()));
            return Optional.empty();
        }
        return program;
    }
}
