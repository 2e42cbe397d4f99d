package dev.keshi.training.certificate;

/** Why something about a certificate was refused. Nothing was written. */
public abstract sealed class CertificateProblem extends RuntimeException {

    private CertificateProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such certificate, or the caller may not see it; whatever number was asked for, it is the same answer. */
    public static final class Unknown extends CertificateProblem {
        public Unknown() {
            super("No such certificate");
        }
    }

    /** A person whose certificates the caller may not see, or who does not exist. */
    public static final class UnknownHolder extends CertificateProblem {
        public UnknownHolder(String personId) {
            super("No certificates of " + personId);
        }
    }

    /** It is revoked once. */
    public static final class RevokedBefore extends CertificateProblem {
        RevokedBefore() {
            super("Revoked before");
        }
    }
}
