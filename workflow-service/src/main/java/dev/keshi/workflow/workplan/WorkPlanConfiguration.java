package dev.keshi.workflow.workplan;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.workitem.PlannedWorkService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkPlanConfiguration {

    private static final int WORK_ITEMS_AT_ONCE = 500;

    @Bean
    StoreIndexes workPlanIndexes() {
        return MongoWorkPlans.indexes();
    }

    @Bean
    PlanStaff planStaff(Directory directory, Access access) {
        return new PlanStaff(directory, access);
    }

    @Bean
    Swept plannedWorkSweep(MongoWorkPlans plans, PlannedWorkService work, PlanStaff staff, EnterpriseTime time) {
        return new PlannedWorkSweep(PlanLook.DUE, plans, work, staff, time, WORK_ITEMS_AT_ONCE);
    }

    @Bean
    Swept workOfThoseKnownLateSweep(
            MongoWorkPlans plans, PlannedWorkService work, PlanStaff staff, EnterpriseTime time) {
        return new PlannedWorkSweep(PlanLook.AGAIN, plans, work, staff, time, WORK_ITEMS_AT_ONCE);
    }
}
