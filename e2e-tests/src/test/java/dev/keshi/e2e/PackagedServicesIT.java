package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Service;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        assertThat(entries(in)).as(jar.toString()).isNotEmpty().noneMatch(PackagedServicesIT::isTrap);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TRAP,
                "BOOT-INF/classes/" + TRAP,
                "BOOT-INF/lib/messaging.jar!" + TRAP,
                "BOOT-INF/lib/outer.jar!lib/inner.jar!" + TRAP,
                "META-INF/versions/25/" + TRAP
            })
    void aTrapIsFoundWhereverItIsPacked(String place) throws IOException {
        assertThat(entries(new ByteArrayInputStream(packed(place))))
                .contains("before.txt", "after.txt")
                .filteredOn(PackagedServicesIT::isTrap)
                .hasSize(1);
        assertThat(entries(new ByteArrayInputStream(packed(place.replace("$Trap", "$Lid")))))
                .contains("before.txt", "after.txt")
                .noneMatch(PackagedServicesIT::isTrap);
    }

    private static boolean isTrap(String entry) {
        return entry.endsWith(TRAP);
    }

    /** A jar with a file at a place, which may be in a jar in it: {@code lib/x.jar!place}. */
    private static byte[] packed(String place) throws IOException {
        int inner = place.indexOf('!');
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            put(jar, "before.txt", new byte[] {1});
            if (inner < 0) {
                put(jar, place, new byte[] {2});
            } else {
                put(jar, place.substring(0, inner), packed(place.substring(inner + 1)));
            }
            put(jar, "after.txt", new byte[] {3});
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
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
