package dev.keshi.service.query;

import dev.keshi.service.problem.CommonProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names in a query, each as often as it stands there. Only the query counts: fields of a form are a body. */
final class QueryNames {

    /** Stands for bytes that are no UTF-8. */
    private static final char NO_TEXT = '\uFFFD';

    private QueryNames() {}

    /** @throws dev.keshi.service.problem.ProblemException 400 when a name is no text */
    static List<String> of(@Nullable String query) {
        var names = new ArrayList<String>();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    names.add(decoded(pair.substring(0, end(pair))));
                }
            }
        }
        return names;
    }

    private static int end(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair.length() : equals;
    }

    private static String decoded(String name) {
        try {
            String text = URLDecoder.decode(name, StandardCharsets.UTF_8);
            if (text.indexOf(NO_TEXT) < 0) {
                return text;
            }
        } catch (IllegalArgumentException broken) {
            throw CommonProblem.badRequest().toException();
        }
        throw CommonProblem.badRequest().toException();
    }
}
