package dev.keshi.org.imports.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the text of a file is encoded: by its byte order mark, else UTF-8 when all of it is valid, else GB18030 (which contains
 * GBK, what a Chinese Excel writes) when all of it is valid, else nothing.
 *
 * @param markLength bytes of the byte order mark
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Mark> MARKS = List.of(
            new Mark(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8),
            new Mark(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE),
            new Mark(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE));

    private record Mark(byte[] bytes, Charset charset) {}

    static Optional<TextEncoding> of(Path file) throws IOException {
        var marked = marked(file);
        if (marked.isPresent()) {
            return marked.filter(encoding -> encoding.isValid(file));
        }
        return List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(GB18030, 0)).stream()
                .filter(encoding -> encoding.isValid(file))
                .findFirst();
    }

    private static Optional<TextEncoding> marked(Path file) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(3);
        }
        return MARKS.stream()
                .filter(mark -> head.length >= mark.bytes().length
                        && Arrays.equals(Arrays.copyOf(head, mark.bytes().length), mark.bytes()))
                .map(mark -> new TextEncoding(mark.charset(), mark.bytes().length))
                .findFirst();
    }

    Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.skipNBytes(markLength);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean isValid(Path file) {
        try (var text = open(file)) {
            var buffer = new char[1 << 14];
            for (int read = 0; read >= 0; ) {
                read = text.read(buffer);
            }
            return true;
        } catch (CharacterCodingException notThisOne) {
            return false;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
