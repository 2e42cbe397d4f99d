package dev.keshi.infrastructure.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one file out of a tar stream: blocks of 512 bytes, a header with name and octal size before each file. */
record TarEntries(InputStream in) implements AutoCloseable {

    private static final int BLOCK = 512;

    Path extract(String nameEnding, Path target) throws IOException {
        for (byte[] header = in.readNBytes(BLOCK);
                header.length == BLOCK && header[0] != 0;
                header = in.readNBytes(BLOCK)) {
            String name = text(header, 0, 100);
            long size = Long.parseLong(text(header, 124, 12).strip(), 8);
            if (name.endsWith(nameEnding)) {
                return copy(size, target);
            }
            in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        }
        throw new IOException("no %s in the archive".formatted(nameEnding));
    }

    private Path copy(long size, Path target) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the archive ends in the middle of a file");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        return target;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
