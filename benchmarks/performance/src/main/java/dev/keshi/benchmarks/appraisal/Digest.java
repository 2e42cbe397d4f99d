package dev.keshi.benchmarks.appraisal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * What a cycle has come to, without the ids that follow from its own: two cycles over the same people are equal when nobody was forgotten
 * and nothing was done twice.
 */
final class Digest {

    /** Ratings are named in explanations, which are JSON text within the document, so a backslash stands before the quote that ends a name. */
    private static final Pattern RATING = Pattern.compile("(?<=\")r-[A-Za-z0-9_-]+");

    private static final List<String> OF_CYCLE = List.of("cycleId", "appraisalId");

    private long documents;
    private long sum;

    private Digest() {}

    static Map<String, Object> of(Cycle cycle) {
        var answer = new LinkedHashMap<String, Object>();
        var appraisals = new Digest();
        cycle.appraisals().find(cycle.filter()).forEach(appraisals::add);
        var ratings = new Digest();
        cycle.ratings().find(cycle.filter()).forEach(ratings::add);
        answer.put("appraisals", appraisals.documents);
        answer.put("ratings", ratings.documents);
        answer.put("checksum", Long.toHexString(31 * appraisals.sum + ratings.sum));
        return answer;
    }

    private void add(Document document) {
        var state = document.get("state", Document.class);
        state.keySet().removeAll(OF_CYCLE);
        var told = new Document("version", document.get("version"))
                .append("sequence", document.get("sequence"))
                .append("waiting", document.get("outbox"))
                .append("state", state);
        documents++;
        // In any order: the documents stand in the order of their ids.
        sum += hash(RATING.matcher(told.toJson()).replaceAll("r"));
    }

    private static long hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
