package dev.keshi.service.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a problem's {@code errors}.
 *
 * @param where the members that say where it is: {@code pointer} into the body, {@code parameter}, {@code row} and
 *     {@code column}, {@code elementId} and {@code line}; in this order on the wire
 * @param code stable, also the message key
 * @param text a message that is ready, in the caller's language; absent when the bundle has it
 * @param allowed what the value may be instead; empty where that is not a matter of a few names
 * @param parserMessage the own words of the parser or validator that found it, in whatever language it speaks
 */
public record Finding(
        Map<String, Object> where,
        String code,
        List<Object> args,
        Optional<String> text,
        List<String> allowed,
        Optional<String> parserMessage) {

    public Finding {
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
        args = List.copyOf(args);
        allowed = List.copyOf(allowed);
    }

    /** @param pointer JSON pointer (RFC 6901) into the request body, for example {@code /lines/0/amount} */
    public static Finding at(String pointer, String code, Object... args) {
        return new Finding(
                Map.of("pointer", pointer), code, List.of(args), Optional.empty(), List.of(), Optional.empty());
    }

    /** About a query parameter, path variable or header. */
    public static Finding ofParameter(String name, String code, Object... args) {
        return new Finding(
                Map.of("parameter", name), code, List.of(args), Optional.empty(), List.of(), Optional.empty());
    }

    /** About a place that is no JSON body: a row and column of a file, an element of a diagram. */
    public static Finding of(Map<String, Object> where, String code, Object... args) {
        return new Finding(where, code, List.of(args), Optional.empty(), List.of(), Optional.empty());
    }

    public Finding saying(String message) {
        return new Finding(where, code, args, Optional.of(message), allowed, parserMessage);
    }

    /** Names what it may be; the words for it are those of the code with {@code .allowed} behind. */
    public Finding allowing(List<String> names) {
        return new Finding(where, code, args, text, names, parserMessage);
    }

    /** Adds what the tool that found it said, beside the message and marked as not ours. */
    public Finding quoting(String parser) {
        return new Finding(where, code, args, text, allowed, Optional.of(parser));
    }
}
