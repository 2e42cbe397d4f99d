package dev.keshi.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.notification.course.CourseTitle;
import dev.keshi.notification.course.SessionPlace;
import dev.keshi.service.problem.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTextsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Set<String> PLACEHOLDERS =
            Set.of("process", "number", "step", "initiator", "person", "title", "due", "session", "start", "place");

    @Test
    void everySentenceIsThereInEveryLanguageWithTheSamePlaceholders() throws IOException {
        // The files themselves: a bundle would answer with the Chinese words for a key that its own file lacks.
        var chinese = file("texts.properties");
        var english = file("texts_en.properties");

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        chinese.forEach((key, words) -> assertThat(placeholders(String.valueOf(english.get(key))))
                .as("%s", key)
                .isEqualTo(placeholders(String.valueOf(words))));
    }

    private static Properties file(String name) throws IOException {
        var words = new Properties();
        try (var file =
                new InputStreamReader(NotificationTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }

    @Test
    void everyTemplateAndEverySettlementHasWordsAndKnownPlaceholders() {
        var words = NotificationTexts.bundle(Languages.CHINESE);
        var keys = new HashSet<String>();
        Arrays.stream(Template.values()).forEach(template -> {
            keys.add(template.key() + ".title");
            keys.add(template.key() + ".text");
        });
        Arrays.stream(Settlement.Reason.values()).forEach(reason -> keys.add(reason.key()));

        assertThat(words.keySet()).containsAll(keys);
        words.keySet().forEach(key -> assertThat(PLACEHOLDERS).containsAll(placeholders(words.getString(key))));
    }

    @Test
    void aNotificationSpeaksTheReadersLanguage() {
        var names = Map.of("ann", "安晓", "rita", "李丽");
        var notification = Notification.of(notice(Template.TASK_GIVEN, "请假申请", "rita"));

        assertThat(new NotificationTexts(Languages.CHINESE, names, CourseWords.NONE)
                        .view(notification, 1)
                        .text())
                .isEqualTo("李丽将安晓提交的“请假申请”（QJ-1）改派给您处理：审批。");
        assertThat(new NotificationTexts(Languages.ENGLISH, names, CourseWords.NONE)
                        .view(notification, 1)
                        .text())
                .isEqualTo("李丽 passed the request “请假申请” (QJ-1) of 安晓 to you: 审批.");
    }

    @Test
    void processAndStepHaveTheirEnglishNamesInEnglishOnly() {
        var subject = new Subject.OfRequest(
                "i-1",
                "t-1",
                new Name("部门经理审批", "Approval by the department manager"),
                "QJ-1",
                new Name("请假申请", "Leave request"),
                "ann");
        var notice =
                new Notice(new NotificationId("n-1"), "tom", Template.TASK_ASSIGNED, subject, null, NOON, "e-1", true);

        var english = new NotificationTexts(Languages.ENGLISH, Map.of("ann", "安晓"), CourseWords.NONE)
                .view(Notification.of(notice), 1);
        assertThat(english.title()).isEqualTo("To do: Leave request · Approval by the department manager");
        assertThat(english.text())
                .isEqualTo(
                        "The request “Leave request” (QJ-1) of 安晓 waits for you: Approval by the department manager.");
        assertThat(english.subject().stepName()).isEqualTo("Approval by the department manager");
        assertThat(english.subject().processName()).isEqualTo("Leave request");

        var chinese = new NotificationTexts(Languages.CHINESE, Map.of("ann", "安晓"), CourseWords.NONE)
                .view(Notification.of(notice), 1);
        assertThat(chinese.title()).isEqualTo("待办：请假申请 · 部门经理审批");
        assertThat(chinese.subject().stepName()).isEqualTo("部门经理审批");
    }

    @Test
    void workIsToldWithItsTitleAndItsDueDate() {
        var subject = new Subject.OfWorkItem("w-1", "整理{due}反馈", LocalDate.parse("2026-04-10"));
        var notice = new Notice(
                new NotificationId("n-1"), "ann", Template.WORK_ITEM_RETURNED, subject, "tom", NOON, "e-1", true);
        var names = Map.of("tom", "陈志远");

        var chinese =
                new NotificationTexts(Languages.CHINESE, names, CourseWords.NONE).view(Notification.of(notice), 1);
        assertThat(chinese.title()).isEqualTo("退回返工：整理{due}反馈");
        assertThat(chinese.text()).isEqualTo("陈志远将“整理{due}反馈”退回返工，截止2026-04-10。");
        assertThat(chinese.subject().workItemId()).isEqualTo("w-1");
        assertThat(chinese.subject().instanceId()).isNull();
        assertThat(new NotificationTexts(Languages.ENGLISH, names, CourseWords.NONE)
                        .view(Notification.of(notice), 1)
                        .text())
                .isEqualTo("陈志远 returned “整理{due}反馈” for rework, due 2026-04-10.");
        assertThat(NotificationDocument.of(Notification.of(notice), Duration.ZERO)
                        .toNotification("n-1"))
                .isEqualTo(Notification.of(notice));
    }

    @Test
    void aSessionIsToldByTheNameOfItsCourseAndWhereAndWhenItIs() {
        var target = new Subject.Target("training", "sessions", "s-1", "T-SAFETY");
        var notice = new Notice(
                new NotificationId("n-1"),
                "ann",
                Template.ENROLMENT_MOVED_UP,
                new Subject.OfCourse("T-SAFETY", null, target),
                null,
                NOON,
                "e-1",
                true);
        var known = new CourseWords(
                Map.of("T-SAFETY", new CourseTitle("消防安全", "Fire safety")),
                Map.of("s-1", new SessionPlace(LocalDateTime.parse("2026-04-10T09:05"), "三楼{title}会议室")));

        var chinese = new NotificationTexts(Languages.CHINESE, Map.of(), known).view(Notification.of(notice), 1);
        assertThat(chinese.title()).isEqualTo("已递补：消防安全");
        assertThat(chinese.text()).isEqualTo("您候补的“消防安全”培训班已有您的名额：2026-04-10 09:05，三楼{title}会议室。");
        assertThat(chinese.subject().courseCode()).isEqualTo("T-SAFETY");
        assertThat(chinese.subject().target().id()).isEqualTo("s-1");
        assertThat(new NotificationTexts(Languages.ENGLISH, Map.of(), CourseWords.NONE)
                        .view(Notification.of(notice), 1)
                        .text())
                .isEqualTo("A place you waited for in a session of “T-SAFETY” is yours: see the session for its time"
                        + " and place.");
        assertThat(NotificationDocument.of(Notification.of(notice), Duration.ZERO)
                        .toNotification("n-1"))
                .isEqualTo(Notification.of(notice));
    }

    @Test
    void aWarningIsToldByTheNameOfItsIndicatorAsFarAsThatIsKnown() {
        var target = new Subject.Target("risk", "warnings", "w-1", "r-1");
        var names = Map.of("ann", "安晓");
        for (var name : List.of(new Name("交货{due}率", "Late deliveries"), new Name("", null))) {
            var notice = new Notice(
                    new NotificationId("n-1"),
                    "tom",
                    Template.WARNING_ESCALATED,
                    new Subject.OfTarget(name, null, target),
                    "ann",
                    NOON,
                    "e-1",
                    true);
            var chinese =
                    new NotificationTexts(Languages.CHINESE, names, CourseWords.NONE).view(Notification.of(notice), 1);
            var known = name.given().isEmpty() ? "名称未知" : "交货{due}率";
            assertThat(chinese.title()).isEqualTo("上报的风险预警：" + known);
            assertThat(chinese.text()).isEqualTo("风险指标“" + known + "”的预警未按时确认（负责人：安晓），现上报给您，请确认知悉。");
            assertThat(chinese.subject().target().parentId()).isEqualTo("r-1");
            assertThat(chinese.subject().dueDate()).isNull();
            assertThat(NotificationDocument.of(Notification.of(notice), Duration.ZERO)
                            .toNotification("n-1"))
                    .isEqualTo(Notification.of(notice));
        }
    }

    @Test
    void whoeverIsNotKnownIsSomebodyAndTheSystemIsTheSystem() {
        var english = new NotificationTexts(Languages.ENGLISH, Map.of(), CourseWords.NONE);

        assertThat(english.view(Notification.of(notice(Template.STEP_APPROVED, "Leave", "rita")), 1)
                        .text())
                .startsWith("A colleague approved");
        assertThat(english.view(Notification.of(notice(Template.STEP_APPROVED, "Leave", "system")), 1)
                        .text())
                .startsWith("The system approved");
        assertThat(english.view(Notification.of(notice(Template.STEP_APPROVED, "Leave", "system:timer")), 1)
                        .text())
                .startsWith("The system approved");
    }

    @Test
    void aValueIsNeverLookedInto() {
        var english = new NotificationTexts(Languages.ENGLISH, Map.of("rita", "{number} $1 \\"), CourseWords.NONE);

        assertThat(english.view(Notification.of(notice(Template.STEP_APPROVED, "{person}$0", "rita")), 1)
                        .text())
                .isEqualTo("{number} $1 \\ approved your request “{person}$0” (QJ-1): 审批.");
    }

    @Test
    void whatOneDidOneselfIsSaidSo() {
        var chinese = new NotificationTexts(Languages.CHINESE, Map.of("rita", "李丽"), CourseWords.NONE);

        assertThat(settled(chinese, "rita")).isEqualTo("李丽已处理。");
        assertThat(settled(chinese, "tom")).isEqualTo("您已处理。");
    }

    private static String settled(NotificationTexts texts, String by) {
        var settlement = new Settlement(Settlement.Reason.DECIDED, by, NOON);
        var view = texts.view(
                new Notification(notice(Template.TASK_ASSIGNED, "请假", null), false, null, null, settlement), 2);
        return view.settled().text();
    }

    private static Notice notice(Template template, String process, @Nullable String person) {
        var subject = new Subject.OfRequest("i-1", "t-1", new Name("审批", null), "QJ-1", new Name(process, null), "ann");
        return new Notice(new NotificationId("n-1"), "tom", template, subject, person, NOON, "e-1", true);
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile("\\{(\\w+)}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
