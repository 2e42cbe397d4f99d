package dev.keshi.training.certificate;

/** Where numbers come from. An input, so that tests can say which come. */
@FunctionalInterface
public interface CertificateNumbers {

    CertificateNumber next();
}
