package dev.keshi.service.problem.web;

import java.io.IOException;

/** More bytes arrived than the operation takes. An {@link IOException}, so that every reader gives up at once. */
public final class BodyTooLargeException extends IOException {

    private final long limitBytes;

    public BodyTooLargeException(long limitBytes) {
        super("The request body exceeds " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    public long limitBytes() {
        return limitBytes;
    }
}
