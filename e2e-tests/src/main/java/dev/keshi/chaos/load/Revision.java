package dev.keshi.chaos.load;

/** What an ETag says of the changes of an aggregate. */
final class Revision {

    private Revision() {}

    /** The place that the event of a change gets which is made to the version of the ETag. */
    static String after(String etag) {
        return Long.toString(Long.parseLong(etag.replace("\"", "")) + 1);
    }
}
