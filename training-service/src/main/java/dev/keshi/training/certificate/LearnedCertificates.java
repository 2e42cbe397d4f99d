package dev.keshi.training.certificate;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.course.CourseView;
import dev.keshi.training.trainee.Trainee;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFollower;
import java.util.Optional;

/** Issues a certificate for each time that somebody has learned a course that gives one. */
final class LearnedCertificates implements TraineeFollower {

    private final MongoCertificates certificates;
    private final CourseQueries courses;
    private final CertificateNumbers numbers;

    LearnedCertificates(MongoCertificates certificates, CourseQueries courses, CertificateNumbers numbers) {
        this.certificates = certificates;
        this.courses = courses;
        this.numbers = numbers;
    }

    @Override
    public boolean follow(Trainee trainee) {
        trainee.facts().stream()
                .filter(TraineeFact.Learned.class::isInstance)
                .map(TraineeFact.Learned.class::cast)
                .forEach(learned -> issue(trainee.personId(), learned));
        return true;
    }

    private void issue(String personId, TraineeFact.Learned learned) {
        var id = CertificateId.of(personId, learned.reference());
        if (certificates.find(id).isPresent()) {
            return;
        }
        courses.find(new CourseCode(learned.courseCode()))
                .ifPresent(course -> monthsOf(course.state())
                        .ifPresent(months -> create(
                                id,
                                CertificateDocument.issued(
                                        numbers.next(),
                                        course.state(),
                                        months,
                                        personId,
                                        learned.reference(),
                                        learned.on()))));
    }

    private void create(CertificateId id, CertificateDocument certificate) {
        try {
            var unused = certificates.create(id, CommandContext.of("system:certificates"), certificate);
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFaster) {
            // There is one for this, and its number is the one that counts.
        }
    }

    private static Optional<Integer> monthsOf(CourseView course) {
        return Optional.ofNullable(course.certificateMonths());
    }
}
