package dev.keshi.training.lesson;

import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.course.CourseProblem;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.course.CourseView;

/** The courses of the catalogue that are taught by lessons. */
public final class OnlineCourses {

    private final CourseQueries courses;

    OnlineCourses(CourseQueries courses) {
        this.courses = courses;
    }

    boolean isOffered(CourseCode code) {
        return courses.find(code)
                .filter(course -> !course.state().retired())
                .filter(course -> course.state().form() == CourseForm.ONLINE)
                .isPresent();
    }

    /**
     * @throws CourseProblem when there is no such course, or it is not given any more
     * @throws CoursewareProblem.NotOnline when it is taught in another form
     */
    public CourseView requireOffered(CourseCode code) {
        var course = courses.find(code)
                .orElseThrow(() -> new CourseProblem.Unknown(code))
                .state();
        if (course.retired()) {
            throw new CourseProblem.Retired(code);
        }
        if (course.form() != CourseForm.ONLINE) {
            throw new CoursewareProblem.NotOnline(code);
        }
        return course;
    }
}
