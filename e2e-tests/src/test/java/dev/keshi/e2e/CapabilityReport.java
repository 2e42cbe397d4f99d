package dev.keshi.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Counts the scenarios of each capability and writes {@code capabilities.json} when all have run. */
final class CapabilityReport implements TestWatcher {

    private static final ExtensionContext.Namespace REPORT = ExtensionContext.Namespace.create(CapabilityReport.class);

    @Override
    public void testSuccessful(ExtensionContext context) {
        count(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        count(context, false);
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        count(context, false);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        count(context, false);
    }

    private static void count(ExtensionContext context, boolean passed) {
        var scenario = context.getRequiredTestMethod().getAnnotation(Scenario.class);
        if (scenario != null) {
            var counts =
                    context.getRoot().getStore(REPORT).computeIfAbsent(Counts.class, any -> new Counts(), Counts.class);
            for (String capability : scenario.value()) {
                counts.add(capability, passed);
            }
        }
    }

    /** Lives as long as the run. */
    static final class Counts implements AutoCloseable {

        private final Map<String, int[]> byCapability = new TreeMap<>();

        synchronized void add(String capability, boolean passed) {
            int[] counts = byCapability.computeIfAbsent(capability, any -> new int[2]);
            counts[0]++;
            counts[1] += passed ? 1 : 0;
        }

        @Override
        public synchronized void close() throws IOException {
            ObjectNode root = JsonMapper.shared().createObjectNode();
            byCapability.forEach((id, counts) ->
                    root.putObject(id).put("scenarios", counts[0]).put("passed", counts[1]));
            Path file = Path.of(System.getProperty("keshi.capabilities", "target/capabilities.json"));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
        }
    }
}
