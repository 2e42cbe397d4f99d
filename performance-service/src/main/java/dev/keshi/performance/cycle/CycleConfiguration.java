package dev.keshi.performance.cycle;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.StoreReadiness;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CycleConfiguration {

    private static final Duration TRIAL_PATIENCE = Duration.ofSeconds(5);

    @Bean
    StoreIndexes cycleIndexes() {
        return MongoCycles.indexes();
    }

    @Bean
    StoreIndexes appraisalIndexes() {
        return MongoAppraisals.indexes();
    }

    @Bean
    StoreIndexes ratingIndexes() {
        return MongoRatings.indexes();
    }

    @Bean
    StoreMigration ratingsWithoutFormerIndexes() {
        return MongoRatings.formerIndexes();
    }

    @Bean
    Interviewers interviewers(OrganisationQueries organisation, PopulationQueries population, EnterpriseTime time) {
        return new Interviewers(organisation, population, time);
    }

    @Bean
    CountedPeers countedPeers(PeerGroupings groupings) {
        return new CountedPeers(groupings);
    }

    @Bean
    ReplayTotals replayTotals() {
        return new ReplayTotals(TRIAL_PATIENCE);
    }

    @Bean
    StoreMigration interviewsAreDue() {
        return MongoAppraisals.interviewsAreDue();
    }

    @Bean
    StoreMigration signaturesAreDue() {
        return MongoAppraisals.signaturesAreDue();
    }

    @Bean
    Swept interviewDuties(
            Cycles cycles,
            Appraisals appraisals,
            OrganisationQueries organisation,
            Interviewers interviewers,
            EnterpriseTime time) {
        return new PassingOn(AppraisalDuty.INTERVIEW, cycles, appraisals, organisation, interviewers, time);
    }

    @Bean
    Swept signatureDuties(
            Cycles cycles,
            Appraisals appraisals,
            OrganisationQueries organisation,
            Interviewers interviewers,
            EnterpriseTime time) {
        return new PassingOn(AppraisalDuty.SIGNATURE, cycles, appraisals, organisation, interviewers, time);
    }

    @Bean
    Swept interviewsOfLeavers(Appraisals appraisals, OrganisationQueries organisation) {
        return new InterviewsOfLeavers(appraisals, organisation);
    }

    @Bean
    Swept ratingReminders(
            Cycles cycles,
            Appraisals appraisals,
            Ratings ratings,
            MongoRatingReminders reminders,
            TemplateQueries templates,
            EnterpriseTime time) {
        return new RatingReminding(cycles, appraisals, ratings, reminders, templates, time);
    }

    @Bean
    CycleRunner cycleRunner(
            Cycles cycles,
            Appraisals appraisals,
            Ratings ratings,
            CountedPeers peers,
            CycleWork work,
            StoreReadiness store,
            PopulationQueries population,
            OrganisationQueries organisation,
            TemplateQueries templates,
            IndicatorQueries indicators,
            Interviewers interviewers,
            EnterpriseTime time,
            MeterRegistry meters) {
        return new CycleRunner(
                cycles,
                work,
                store,
                Map.of(
                        CycleStatus.OPENING,
                                new Opening(cycles, appraisals, ratings, population, organisation, templates),
                        CycleStatus.CLOSING,
                                new Closing(cycles, appraisals, ratings, population, organisation, templates),
                        CycleStatus.SCORING,
                                new CycleScoring(cycles, appraisals, ratings, peers, templates, indicators),
                        CycleStatus.PUBLISHING, new Publishing(cycles, appraisals, templates, interviewers, time)),
                meters,
                CycleRunner.LEASE);
    }

    @Bean
    SmartLifecycle cycleRunnerLifecycle(CycleRunner runner) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                runner.start();
            }

            @Override
            public void stop() {
                runner.stop();
            }

            @Override
            public boolean isRunning() {
                return runner.isRunning();
            }
        };
    }
}
