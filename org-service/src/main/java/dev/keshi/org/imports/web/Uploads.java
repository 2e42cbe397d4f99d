package dev.keshi.org.imports.web;

import dev.keshi.org.imports.ImportProblem;
import dev.keshi.org.imports.table.ImportTable;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a request, on disk under names of our own until the request has been answered. */
final class Uploads implements AutoCloseable {

    private final Map<ImportTable, Path> files = new EnumMap<>(ImportTable.class);

    /**
     * @param table which table a plain body is; parts of a multipart body are named after their tables
     * @throws ImportProblem when there is no table, one that is not known, or one twice
     */
    static Uploads of(HttpServletRequest request, @Nullable String table) throws IOException, ServletException {
        var uploads = new Uploads();
        try {
            uploads.keepAll(request, table);
            return uploads;
        } catch (IOException | ServletException | RuntimeException refused) {
            uploads.close();
            throw refused;
        }
    }

    private void keepAll(HttpServletRequest request, @Nullable String table) throws IOException, ServletException {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            for (var part : request.getParts()) {
                try (var bytes = part.getInputStream()) {
                    keep(part.getName(), bytes);
                }
            }
        } else if (table != null) {
            keep(table, request.getInputStream());
        }
        if (files.isEmpty()) {
            throw new ImportProblem.NoTable();
        }
    }

    Map<ImportTable, Path> files() {
        return files;
    }

    private void keep(String name, InputStream bytes) throws IOException {
        var table = ImportTable.named(name).orElseThrow(() -> new ImportProblem.UnknownTable(shortened(name)));
        if (files.containsKey(table)) {
            throw new ImportProblem.TableTwice(name);
        }
        var file = Files.createTempFile("keshi-import", ".csv");
        files.put(table, file);
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    @Override
    public void close() {
        for (var file : files.values()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }
}
