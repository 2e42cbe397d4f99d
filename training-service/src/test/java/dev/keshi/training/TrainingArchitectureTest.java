package dev.keshi.training;

import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class TrainingArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.of("dev.keshi.training")
                .withSeedsIn("dev.keshi.training.quiz.QuestionBank")
                .check();
    }

    @Test
    void saysWhatEachFieldOfARequestMeans() {
        RequestFieldWords.check("dev.keshi.training");
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(TrainingServiceApplication.class).verify();
    }
}
