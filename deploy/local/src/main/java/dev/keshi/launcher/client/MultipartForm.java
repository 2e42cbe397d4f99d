package dev.keshi.launcher.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files as {@code multipart/form-data}, read from the disk while they are sent. */
final class MultipartForm {

    private final String boundary = "keshi-" + UUID.randomUUID();
    private final List<Caller.FilePart> files;

    MultipartForm(List<Caller.FilePart> files) {
        this.files = List.copyOf(files);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        var parts = new ArrayList<BodyPublisher>();
        for (Caller.FilePart part : files) {
            parts.add(BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(boundary, part.name(), part.file().getFileName(), part.contentType())));
            parts.add(file(part));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher file(Caller.FilePart part) {
        try {
            return HttpRequest.BodyPublishers.ofFile(part.file());
        } catch (FileNotFoundException e) {
            throw new CallFailure("%s is not there".formatted(part.file()), e);
        }
    }
}
