package dev.keshi.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipFile;

/** A name for the content of a jar and the Java that will run it; packing the same content again gives the same name. */
final class JarFingerprint {

    private static final int LENGTH = 16;

    private JarFingerprint() {}

    static String of(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text(System.getProperty("java.vm.version"), JavaCommand.FLAGS));
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> digest.update(text(entry.getName(), entry.getCrc(), entry.getSize())));
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] text(Object... parts) {
        var line = new StringBuilder();
        for (Object part : parts) {
            line.append(Objects.toString(part)).append('\n');
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
