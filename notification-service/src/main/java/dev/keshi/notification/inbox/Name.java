package dev.keshi.notification.inbox;

import dev.keshi.service.problem.Languages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a process or a step is called.
 *
 * @param given by its author, in whatever language
 * @param english absent when its author gave no English name
 */
public record Name(String given, @Nullable String english) {

    String in(Locale language) {
        return english != null && language.equals(Languages.ENGLISH) ? english : given;
    }
}
