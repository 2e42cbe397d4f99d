package dev.keshi.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who can have a clock moved: the launcher, and nothing else that lies in the checkout. */
class ClockFileTest {

    private static final Path CHECKOUT = Path.of("..", "..");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".keshi", "node_modules");
    private static final Pattern SETTING = Pattern.compile("clock-?_?file", Pattern.CASE_INSENSITIVE);

    /** The setting itself, and who gives it. */
    private static final Set<String> ALLOWED = Set.of("ServiceEnvironment.java", "TimeAutoConfiguration.java");

    @Test
    void onlyTheLauncherGivesServicesAClockFile() throws IOException {
        assertThat(named()).isEqualTo(ALLOWED);
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        Files.walkFileTree(CHECKOUT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                String name = String.valueOf(folder.getFileName());
                boolean test = folder.endsWith(Path.of("src", "test"));
                return test || NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
                String name = String.valueOf(file.getFileName());
                if (!name.endsWith(".md") && SETTING.matcher(read(file)).find()) {
                    named.add(name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return named;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
