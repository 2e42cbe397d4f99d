package dev.keshi.infrastructure.mongo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum a fetched file must have. */
record Sha256(String hex) {

    void require(Path file) throws IOException {
        String actual = of(file);
        if (!actual.equals(hex)) {
            throw new IOException("SHA-256 of %s is %s, not %s".formatted(file.getFileName(), actual, hex));
        }
    }

    private static String of(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = Files.newInputStream(file);
                    var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
