package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What people get holds nothing that could end a service at a failpoint. */
class PackagedServicesIT {

    private static final String TRAP = "META-INF/services/dev.keshi.messaging.Failpoint$Trap";

    @Test
    void noServiceCarriesATrapForItsFailpoints() throws IOException {
        Path root = Path.of(System.getProperty("keshi.root", ".."));
        var services = new Checkout(root).services();
        assertThat(services).contains(Service.values());
        for (Service service : services) {
            try (var jars =
                    Files.newDirectoryStream(root.resolve(service.module()).resolve("target"), "*.jar")) {
                for (Path jar : jars) {
                    try (var in = Files.newInputStream(jar)) {
                        assertThat(entries(in)).as(jar.toString()).isNotEmpty().doesNotContain(TRAP);
                    }
                }
            }
        }
    }

    /** Names of everything in a jar, and in the jars in it. */
    private static List<String> entries(InputStream jar) throws IOException {
        var names = new ArrayList<String>();
        var zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                names.addAll(entries(zip));
            }
        }
        return names;
    }
}
