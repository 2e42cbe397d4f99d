package dev.keshi.training.lesson.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.lesson.Courseware;
import jakarta.validation.Validation;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BundledCoursewareRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"compliance-basics.json", "professional-ethics.json", "work-planning.json"})
    void whatIsBundledCouldBeReleasedByPersonnelAsItIs(String file) throws IOException {
        try (var bundled = Courseware.class.getResourceAsStream(file);
                var validation = Validation.buildDefaultValidatorFactory()) {
            var request = JsonMapper.builder().build().readValue(bundled, ReleaseCoursewareRequest.class);

            assertThat(validation.getValidator().validate(request)).isEmpty();
            assertThat(request.toCourseware().lessons()).isNotEmpty();
        }
    }
}
