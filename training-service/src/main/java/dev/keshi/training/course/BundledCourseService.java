package dev.keshi.training.course;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreReadiness;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings in the courses that come with the service, those that are not there. Every replica may try at every start. */
@Component
class BundledCourseService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundledCourseService.class);
    private static final String ACTOR = "system:bundled-courses";

    private final CourseService courses;
    private final StoreReadiness store;
    private volatile boolean running;

    BundledCourseService(CourseService courses, StoreReadiness store) {
        this.courses = courses;
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("bundled-courses").start(this::bringIn);
    }

    private void bringIn() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (running) {
            try {
                var former = BundledCourses.former();
                BundledCourses.all()
                        .forEach(course -> courses.bundle(
                                CommandContext.of(ACTOR), course, Optional.ofNullable(former.get(course.code()))));
                return;
            } catch (DataAccessException later) {
                log.warn("The bundled courses are tried again: {}", later.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
