package dev.keshi.training.course;

import static dev.keshi.training.course.CourseForm.EXCHANGE;
import static dev.keshi.training.course.CourseForm.EXTERNAL;
import static dev.keshi.training.course.CourseForm.INTERNAL;
import static dev.keshi.training.course.CourseForm.ONLINE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The courses that come with the service: the induction path and the kinds that the regulations name. Lengths are ours, as are the
 * indicators of the bundled appraisal templates, and those measured by performance-service, that each strengthens.
 */
final class BundledCourses {

    private static final Set<String> LEADERS = Set.of("department-manager", "section-head", "deputy-manager");
    private static final int YEAR = 12;

    private BundledCourses() {}

    static List<CourseCommand.Publish> all() {
        return drafts().stream().map(Draft::build).toList();
    }

    /** By code what earlier releases brought in where it was something else. */
    static Map<CourseCode, CourseContent> former() {
        return drafts().stream()
                .filter(draft -> !draft.added.isEmpty())
                .collect(Collectors.toMap(draft -> new CourseCode(draft.code), Draft::former));
    }

    private static List<Draft> drafts() {
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
                        .holding(YEAR),
                course("LEADERSHIP-FIRST", "新任管理者培训", "For those who begin to lead")
                        .as(INTERNAL, CourseSubject.MANAGEMENT, 480)
                        .strengthens("people", "evaluation", "inspection")
                        .of(LEADERS),
                course("LEADERSHIP-ADVANCED", "管理能力提升", "Advanced management")
                        .as(EXTERNAL, CourseSubject.MANAGEMENT, 960)
                        .strengthens("people", "annual-plan")
                        .after("LEADERSHIP-FIRST"),
                course("DATA-ANALYSIS-TOOLS", "数据分析软件", "Data analysis software")
                        .as(INTERNAL, CourseSubject.TOOLS, 240)
                        .strengthens("analysis", "data-quality", "reports", "indicator-system"),
                course("PROJECT-TOOLS", "项目管理工具", "Project tools")
                        .as(INTERNAL, CourseSubject.TOOLS, 180)
                        .strengthens("delivery", "plan", "plan-tracking", "implementation"),
                course("WORK-PLANNING", "时间管理与工作规划", "Planning of work and time")
                        .as(ONLINE, CourseSubject.SKILLS, 120)
                        .strengthens("timeliness", "efficiency", "self-management")
                        .alsoStrengthens("tasks-on-time", "task-duration", "approvals-in-time", "approval-duration"),
                course("PROBLEM-SOLVING", "问题分析与解决", "Problem solving")
                        .as(INTERNAL, CourseSubject.SKILLS, 240)
                        .strengthens("problem-solving", "innovation", "improvement", "quality")
                        .alsoStrengthens("tasks-right-first-time", "defect-rate", "ideas-realised"),
                course("OFFICIAL-DOCUMENTS", "公文写作与归档", "Official documents and filing")
                        .as(INTERNAL, CourseSubject.SKILLS, 180)
                        .strengthens("documents", "files", "accuracy", "drafting")
                        .alsoStrengthens("request-accuracy", "document-accuracy"),
                course("BUSINESS-EXCHANGE", "跨部门业务交流", "Exchange between departments")
                        .as(EXCHANGE, CourseSubject.BUSINESS, 480)
                        .strengthens("cooperation", "expertise", "research")
                        .alsoStrengthens("sales-target"),
                course("COMMUNICATION", "沟通与协调", "Communication and coordination")
                        .as(INTERNAL, CourseSubject.COMMUNICATION, 180)
                        .strengthens("communication", "coordination", "teamwork", "reporting"),
                course("PROFESSIONAL-CONDUCT", "职业素养与服务意识", "Conduct and service")
                        .as(INTERNAL, CourseSubject.CONDUCT, 120)
                        .strengthens("duty", "attitude", "service")
                        .alsoStrengthens("customer-satisfaction"),
                course("PROFESSIONAL-ETHICS", "职业道德", "Professional ethics").as(ONLINE, CourseSubject.ETHICS, 60),
                course("TEAM-BUILDING", "团队建设", "Team building").as(INTERNAL, CourseSubject.TEAM, 240));
    }

    private static Draft induction(String code, String name, String nameEn, Set<String> after) {
        return course(code, name, nameEn)
                .as(INTERNAL, CourseSubject.INDUCTION, 120)
                .ofEverybody()
                .after(after.toArray(String[]::new));
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
        private Set<String> added = Set.of();
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

        /** Since a later release: the bundled indicators of performance-service that people are measured by. */
        private Draft alsoStrengthens(String... codes) {
            added = Set.of(codes);
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
            var all = new TreeSet<>(indicators);
            all.addAll(added);
            return new CourseCommand.Publish(new CourseCode(code), strengthening(all));
        }

        private CourseContent former() {
            return strengthening(new TreeSet<>(indicators));
        }

        private CourseContent strengthening(SortedSet<String> codes) {
            return new CourseContent(
                    name,
                    Optional.of(nameEn),
                    form,
                    subject,
                    minutes,
                    after.stream().map(CourseCode::new).collect(Collectors.toCollection(TreeSet::new)),
                    codes,
                    induction,
                    months);
        }
    }
}
