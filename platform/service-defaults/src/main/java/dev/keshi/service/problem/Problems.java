package dev.keshi.service.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Turns failures into problems and problems into documents; the same in a servlet and in the reactive gateway. */
public final class Problems {

    private static final URI TYPES = URI.create("https://keshi.dev/problems/");

    private final List<? extends ProblemMapping<?>> mappings;
    private final ProblemTexts texts;
    private final Supplier<Optional<String>> currentTrace;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param currentTrace the trace id of the running request, if it is traced */
    public Problems(List<? extends ProblemMapping<?>> mappings, Supplier<Optional<String>> currentTrace) {
        this.mappings = List.copyOf(mappings);
        this.texts = new ProblemTexts(this.mappings);
        this.currentTrace = currentTrace;
    }

    /** What a feature's own failure means; empty when no feature knows it. */
    public Optional<Problem> describe(Throwable failure) {
        if (failure instanceof ProblemException exception) {
            return Optional.of(exception.problem());
        }
        for (var mapping : mappings) {
            var described = describe(mapping, failure);
            if (described.isPresent()) {
                return described;
            }
        }
        return Optional.empty();
    }

    private static <F extends RuntimeException> Optional<Problem> describe(
            ProblemMapping<F> mapping, Throwable failure) {
        return mapping.failures().isInstance(failure)
                ? Optional.of(mapping.describe(mapping.failures().cast(failure)))
                : Optional.empty();
    }

    /** What stands for a code on the wire. */
    public static String type(String code) {
        return TYPES.resolve(code).toString();
    }

    public ProblemDocument document(Problem problem, Locale language) {
        return document(problem, language, currentTrace.get());
    }

    /** For callers that know the trace themselves, because nothing is bound to their thread. */
    public ProblemDocument document(Problem problem, Locale language, Optional<String> trace) {
        var title = texts.find(problem.code(), problem.args(), language).orElse(problem.code());
        var detail = texts.find(problem.code() + ".detail", problem.args(), language);
        return new ProblemDocument(
                type(problem.code()),
                title,
                problem.status(),
                detail.orElse(null),
                problem.code(),
                trace.orElseGet(Problems::newTraceId),
                problem.errors().stream()
                        .map(finding -> entry(finding, language))
                        .toList());
    }

    /** The document as UTF-8 JSON. */
    public byte[] json(ProblemDocument document) {
        return json.writeValueAsBytes(document);
    }

    private Map<String, Object> entry(Finding finding, Locale language) {
        var entry = new LinkedHashMap<String, Object>(finding.where());
        entry.put("code", finding.code());
        entry.put("message", message(finding, language));
        if (!finding.allowed().isEmpty()) {
            entry.put("allowed", finding.allowed());
        }
        finding.parserMessage().ifPresent(words -> entry.put("parserMessage", words));
        return entry;
    }

    /** The words for one finding, for reports that are no problem document, such as a validated import. */
    public String message(Finding finding, Locale language) {
        return finding.text()
                .or(() -> allowed(finding, language))
                .or(() -> texts.find(finding.code(), finding.args(), language))
                .orElse(finding.code());
    }

    private Optional<String> allowed(Finding finding, Locale language) {
        return finding.allowed().isEmpty()
                ? Optional.empty()
                : texts.find(finding.code() + ".allowed", List.of(String.join(", ", finding.allowed())), language);
    }

    private static String newTraceId() {
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
