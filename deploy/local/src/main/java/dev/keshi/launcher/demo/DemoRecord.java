package dev.keshi.launcher.demo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.launcher.demo.Cast.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;

/** What is remembered of the demo enterprise from one call of {@code ./keshi} to the next. It lies with the data and goes with it. */
public final class DemoRecord {

    private final Path file;
    private final Properties values = new Properties();

    private DemoRecord(Path file) {
        this.file = file;
    }

    public static DemoRecord in(StateFolder state) {
        var demo = new DemoRecord(state.data("demo.properties"));
        if (Files.exists(demo.file)) {
            try (var reader = Files.newBufferedReader(demo.file)) {
                demo.values.load(reader);
            } catch (IOException e) {
                throw new LocalFailure("%s cannot be read (%s): check its owner.".formatted(demo.file, e), e);
            }
        }
        return demo;
    }

    /** Whether this platform was started without the demo, so that it never gets one. */
    public boolean isRefused() {
        return values.getProperty("demo", "").equals("refused");
    }

    public boolean isLoaded() {
        return values.getProperty("demo", "").equals("loaded");
    }

    public boolean isToured() {
        return Boolean.parseBoolean(values.getProperty("toured", "false"));
    }

    public int people() {
        return Integer.parseInt(values.getProperty("people", "0"));
    }

    /** Id of the import that brought the people. */
    public String importId() {
        return values.getProperty("import", "");
    }

    /** Milliseconds from sending the files to the import's end, as the one who sent them saw it. */
    public long importMillis() {
        return Long.parseLong(values.getProperty("importMillis", "0"));
    }

    /** The login name of a part, or the name itself when it is no part. */
    public String loginOf(String name) {
        return values.getProperty("login." + name, name);
    }

    public String loginOf(Part part) {
        return loginOf(part.word());
    }

    /** Whether everybody who plays a part is known; one that was written before there were as many parts does not know all. */
    boolean isCast() {
        return Arrays.stream(Part.values()).allMatch(part -> values.containsKey("login." + part.word()));
    }

    /** Quarters of history that were made. */
    public int historyQuarters() {
        return Integer.parseInt(values.getProperty("historyQuarters", "0"));
    }

    /** Whether a quarter of history is being made. */
    public boolean isHistoryBegun() {
        return values.containsKey("historyBegan");
    }

    /** The day on which the quarter of history that is being made began; the given one when none is being made. */
    public LocalDate historyBegan(LocalDate otherwise) {
        var began = values.getProperty("historyBegan");
        if (began != null) {
            return LocalDate.parse(began);
        }
        values.setProperty("historyBegan", otherwise.toString());
        write();
        return otherwise;
    }

    public void rememberHistoryQuarter() {
        values.setProperty("historyQuarters", Integer.toString(historyQuarters() + 1));
        values.remove("historyBegan");
        write();
    }

    void remember(Cast cast) {
        cast.logins().forEach((part, login) -> values.setProperty("login." + part.word(), login));
    }

    void rememberPeople(int people) {
        values.setProperty("people", Integer.toString(people));
    }

    void rememberImport(String id, long millis) {
        values.setProperty("import", id);
        values.setProperty("importMillis", Long.toString(millis));
    }

    void rememberLoaded() {
        values.setProperty("demo", "loaded");
        write();
    }

    public void rememberToured() {
        values.setProperty("toured", "true");
        write();
    }

    public void rememberRefused() {
        values.setProperty("demo", "refused");
        write();
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(draft)) {
            values.store(writer, null);
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be written (%s): check its owner and the disk.".formatted(draft, e), e);
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be written (%s): check its owner and the disk.".formatted(file, e), e);
        }
    }
}
