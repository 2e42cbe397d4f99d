package dev.keshi.org.account;

/** What accounts must know of people. */
public interface Employment {

    /** Somebody who is recorded and has not left; the first day may still be to come. */
    boolean worksOrWillWork(String personId);
}
