package dev.keshi.training.course;

import static dev.keshi.training.course.CourseForm.EXCHANGE;
import static dev.keshi.training.course.CourseForm.EXTERNAL;
import static dev.keshi.training.course.CourseForm.INTERNAL;
import static dev.keshi.training.course.CourseForm.ONLINE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The courses that come with the service: the induction path and the kinds that the regulations name. Lengths are ours, as are the
 * indicators of the bundled appraisal templates that each strengthens.
 */
final class BundledCourses {

    private static final Set<String> LEADERS = Set.of("department-manager", "section-head", "deputy-manager");
    private static final int YEAR = 12;

    private BundledCourses() {}

    static List<CourseCommand.Publish> all() {
        return List.of(
                induction("INDUCTION-CULTURE", "企业文化与价值观", "Culture and values", Set.of()),
                induction("INDUCTION-RULES", "公司制度与流程", "Company policies and procedures", Set.of()),
                induction(
                        "INDUCTION-DUTIES",
                        "岗位职责与执行标准",
                        "Duties and standards of the position",
                        Set.of("INDUCTION-RULES")),
                course("COMPLIANCE-BASICS", "合规与保密", "Compliance and confidentiality")
                        .as(ONLINE, CourseSubject.COMPLIANCE, 90)
                        .strengthens("compliance")
                        .ofEverybody()
                        .holding(YEAR)
                        .build(),
                course("LEADERSHIP-FIRST", "新任管理者培训", "For those who begin to lead")
                        .as(INTERNAL, CourseSubject.MANAGEMENT, 480)
                        .strengthens("people", "evaluation", "inspection")
                        .of(LEADERS)
                        .build(),
                course("LEADERSHIP-ADVANCED", "管理能力提升", "Advanced management")
                        .as(EXTERNAL, CourseSubject.MANAGEMENT, 960)
                        .strengthens("people", "annual-plan")
                        .after("LEADERSHIP-FIRST")
                        .build(),
                course("DATA-ANALYSIS-TOOLS", "数据分析软件", "Data analysis software")
                        .as(INTERNAL, CourseSubject.TOOLS, 240)
                        .strengthens("analysis", "data-quality", "reports", "indicator-system")
                        .build(),
                course("PROJECT-TOOLS", "项目管理工具", "Project tools")
                        .as(INTERNAL, CourseSubject.TOOLS, 180)
                        .strengthens("delivery", "plan", "plan-tracking", "implementation")
                        .build(),
                course("WORK-PLANNING", "时间管理与工作规划", "Planning of work and time")
                        .as(ONLINE, CourseSubject.SKILLS, 120)
                        .strengthens("timeliness", "efficiency", "self-management")
                        .build(),
                course("PROBLEM-SOLVING", "问题分析与解决", "Problem solving")
                        .as(INTERNAL, CourseSubject.SKILLS, 240)
                        .strengthens("problem-solving", "innovation", "improvement", "quality")
                        .build(),
                course("OFFICIAL-DOCUMENTS", "公文写作与归档", "Official documents and filing")
                        .as(INTERNAL, CourseSubject.SKILLS, 180)
                        .strengthens("documents", "files", "accuracy", "drafting")
                        .build(),
                course("BUSINESS-EXCHANGE", "跨部门业务交流", "Exchange between departments")
                        .as(EXCHANGE, CourseSubject.BUSINESS, 480)
                        .strengthens("cooperation", "expertise", "research")
                        .build(),
                course("COMMUNICATION", "沟通与协调", "Communication and coordination")
                        .as(INTERNAL, CourseSubject.COMMUNICATION, 180)
                        .strengthens("communication", "coordination", "teamwork", "reporting")
                        .build(),
                course("PROFESSIONAL-CONDUCT", "职业素养与服务意识", "Conduct and service")
                        .as(INTERNAL, CourseSubject.CONDUCT, 120)
                        .strengthens("duty", "attitude", "service")
                        .build(),
                course("PROFESSIONAL-ETHICS", "职业道德", "Professional ethics")
                        .as(ONLINE, CourseSubject.ETHICS, 60)
                        .build(),
                course("TEAM-BUILDING", "团队建设", "Team building")
                        .as(INTERNAL, CourseSubject.TEAM, 240)
                        .build());
    }

    private static CourseCommand.Publish induction(String code, String name, String nameEn, Set<String> after) {
        return course(code, name, nameEn)
                .as(INTERNAL, CourseSubject.INDUCTION, 120)
                .ofEverybody()
                .after(after.toArray(String[]::new))
                .build();
    }

    private static Draft course(String code, String name, String nameEn) {
        return new Draft(code, name, nameEn);
    }

    private static final class Draft {

        private final String code;
        private final String name;
        private final String nameEn;
        private CourseForm form = INTERNAL;
        private CourseSubject subject = CourseSubject.SKILLS;
        private int minutes = 60;
        private Set<String> after = Set.of();
        private Set<String> indicators = Set.of();
        private Induction induction = Induction.NONE;
        private OptionalInt months = OptionalInt.empty();

        private Draft(String code, String name, String nameEn) {
            this.code = code;
            this.name = name;
            this.nameEn = nameEn;
        }

        private Draft as(CourseForm newForm, CourseSubject newSubject, int newMinutes) {
            form = newForm;
            subject = newSubject;
            minutes = newMinutes;
            return this;
        }

        private Draft strengthens(String... codes) {
            indicators = Set.of(codes);
            return this;
        }

        private Draft after(String... codes) {
            after = Set.of(codes);
            return this;
        }

        private Draft ofEverybody() {
            induction = new Induction(true, new TreeSet<>());
            return this;
        }

        private Draft of(Set<String> positions) {
            induction = new Induction(false, new TreeSet<>(positions));
            return this;
        }

        private Draft holding(int certificateMonths) {
            months = OptionalInt.of(certificateMonths);
            return this;
        }

        private CourseCommand.Publish build() {
            return new CourseCommand.Publish(
                    new CourseCode(code),
                    new CourseContent(
                            name,
                            Optional.of(nameEn),
                            form,
                            subject,
                            minutes,
                            after.stream().map(CourseCode::new).collect(Collectors.toCollection(TreeSet::new)),
                            new TreeSet<>(indicators),
                            induction,
                            months));
        }
    }
}
