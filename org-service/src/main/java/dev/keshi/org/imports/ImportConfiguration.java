package dev.keshi.org.imports;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.account.Invitations;
import dev.keshi.org.department.DepartmentImportService;
import dev.keshi.org.person.PersonImportService;
import dev.keshi.org.position.PositionImportService;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    StoreIndexes importIndexes() {
        return MongoImports.indexes();
    }

    @Bean
    ImportRunner importRunner(
            Imports imports,
            DepartmentImportService departments,
            PositionImportService positions,
            PersonImportService people,
            Invitations invitations,
            AccountQueries accounts) {
        return new ImportRunner(imports, new ImportRun(imports, departments, positions, people, invitations, accounts));
    }

    @Bean
    SmartLifecycle importRunnerLifecycle(ImportRunner runner) {
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
