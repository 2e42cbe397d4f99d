package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** One place where a mongod may come from. */
interface MongodSource {

    /** @param reasons is told in a few words why there is none here */
    Optional<Path> find(Progress progress, Consumer<String> reasons);
}
