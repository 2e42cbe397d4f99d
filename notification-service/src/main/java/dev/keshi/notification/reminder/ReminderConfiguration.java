package dev.keshi.notification.reminder;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of reminders. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

    @Bean
    StoreIndexes reminderIndexes() {
        return MongoReminders.indexes();
    }
}
