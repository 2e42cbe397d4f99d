package dev.keshi.training.certificate;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.trainee.TraineeFollower;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    StoreIndexes certificateIndexes() {
        return MongoCertificates.indexes();
    }

    @Bean
    CertificateAccess certificateAccess(Access access) {
        return new CertificateAccess(access);
    }

    @Bean
    CertificateNumbers certificateNumbers() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[CertificateNumber.RANDOM_BYTES];
            random.nextBytes(bytes);
            return CertificateNumber.of(bytes);
        };
    }

    @Bean
    TraineeFollower learnedCertificates(
            MongoCertificates certificates, CourseQueries courses, CertificateNumbers numbers) {
        return new LearnedCertificates(certificates, courses, numbers);
    }

    @Bean
    Swept certificateExpiry(MongoCertificates certificates, EnterpriseTime time) {
        return new CertificateExpiry(certificates, time);
    }
}
