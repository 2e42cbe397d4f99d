package dev.keshi.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an event as they stand in the headers of its record: CloudEvents in binary mode, what each is called and what it must
 * be. The headers are put in in one pass, because each search for one goes through all of them; each attribute is judged when it is asked
 * for, because not everybody needs all.
 */
public final class Envelope {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String EPOCH = "ce_epoch";
    public static final String ACTOR = "ce_actor";
    public static final String TRACE = "ce_traceparent";

    /** Of each attribute; ours are far shorter, and everybody who gets them keeps them. */
    public static final int MOST_BYTES = 500;

    private byte @Nullable [] id;
    private byte @Nullable [] source;
    private byte @Nullable [] type;
    private byte @Nullable [] subject;
    private byte @Nullable [] time;
    private byte @Nullable [] sequence;
    private byte @Nullable [] epoch;
    private byte @Nullable [] actor;
    private byte @Nullable [] trace;

    /** Of several headers of one name the last counts; those of other names are passed over. */
    public void put(String name, byte @Nullable [] value) {
        switch (name) {
            case ID -> id = value;
            case SOURCE -> source = value;
            case TYPE -> type = value;
            case SUBJECT -> subject = value;
            case TIME -> time = value;
            case SEQUENCE -> sequence = value;
            case EPOCH -> epoch = value;
            case ACTOR -> actor = value;
            case TRACE -> trace = value;
            default -> {}
        }
    }

    public String id() throws Incomplete {
        return required(id, ID);
    }

    public String type() throws Incomplete {
        return required(type, TYPE);
    }

    /** Which service it came from. */
    public @Nullable String source() throws Incomplete {
        return text(source, SOURCE);
    }

    /** Kind and id of the aggregate, {@code person/p-1}. */
    public @Nullable String subject() throws Incomplete {
        return text(subject, SUBJECT);
    }

    public Instant time() throws Incomplete {
        try {
            return Instant.parse(required(time, TIME));
        } catch (DateTimeParseException notATime) {
            throw new Incomplete("header " + TIME + " is not a time");
        }
    }

    /** From 1 without a gap. */
    public long sequence() throws Incomplete {
        return number(sequence, SEQUENCE, 1);
    }

    /** From 0; rises with each restore of the store that the event came from. */
    public long epoch() throws Incomplete {
        return number(epoch, EPOCH, 0);
    }

    public String actor() throws Incomplete {
        return required(actor, ACTOR);
    }

    public @Nullable String traceparent() throws Incomplete {
        return text(trace, TRACE);
    }

    private static @Nullable String text(byte @Nullable [] header, String name) throws Incomplete {
        if (header != null && header.length > MOST_BYTES) {
            throw new Incomplete(
                    "header %s has %d bytes, and an attribute at most %d".formatted(name, header.length, MOST_BYTES));
        }
        return header == null ? null : new String(header, StandardCharsets.UTF_8);
    }

    private static String required(byte @Nullable [] header, String name) throws Incomplete {
        var value = text(header, name);
        if (value == null || value.isBlank()) {
            throw new Incomplete("no header " + name);
        }
        return value;
    }

    private static long number(byte @Nullable [] header, String name, long least) throws Incomplete {
        var text = required(header, name);
        try {
            long number = Long.parseLong(text);
            if (number < least) {
                throw new Incomplete("header " + name + " is " + number);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new Incomplete("header " + name + " is not a number");
        }
    }

    /** An attribute is missing or is not what it must be: no event of ours. */
    public static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1L;

        Incomplete(String reason) {
            super(reason);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
