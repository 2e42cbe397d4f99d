package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.Quiz;
import dev.keshi.launcher.activity.Quiz.Question;
import dev.keshi.launcher.client.Caller;
import java.util.List;

/** What can be learned in the year: beside the bundled courses one in a room, and shorter quizzes over those that two of them come with. */
final class YearOfCourses {

    /**
     * Strengthens work on time, in a room. Who is weak once more takes the bundled {@link #PLANNING}, which comes later in the order of the codes;
     * the course of a tour ({@code ON-TIME-}) comes before both.
     */
    static final String IN_A_ROOM = "TIME-MANAGEMENT";

    /** Also strengthens work on time, and is bundled; with a quiz. */
    static final Quiz PLANNING = new Quiz(
            "WORK-PLANNING",
            "先排序，再动手",
            "# 先排序，再动手\n每周一按到期日和重要程度排出本周工作；预计不能按期的，到期前三天说明。",
            List.of(
                    new Question("order", "几项工作同时到期，先做哪一项？", "影响他人工作的", "最容易做完的"),
                    new Question("warning", "预计不能按期完成，何时说明？", "到期前三天", "到期之后"),
                    new Question("split", "为期一个月的工作怎样安排？", "拆成每周可检查的步骤", "最后一周集中完成"),
                    new Question("weekly", "本周工作何时排定？", "周一", "有空的时候"),
                    new Question("interrupt", "临时任务打乱计划时怎么办？", "与主管重新商定到期日", "推迟原来的工作且不说明")));

    /** Those that strengthen work on time; who has learned them is given none. */
    static final List<String> ON_TIME = List.of(IN_A_ROOM, PLANNING.course());

    /** Part of everybody's induction, bundled; with a quiz and a certificate. */
    static final Quiz COMPLIANCE = new Quiz(
            "COMPLIANCE-BASICS",
            "合规与保密的五条底线",
            "# 五条底线\n资料按权限存取；不外传；不私用；发现违规及时报告；离岗锁屏。",
            List.of(
                    new Question("access", "谁可以查看客户资料？", "工作需要并有权限的人", "所有员工"),
                    new Question("send", "可以用私人邮箱发送公司文件吗？", "不可以", "紧急时可以"),
                    new Question("report", "发现违规应当怎样？", "及时报告", "先观察一段时间"),
                    new Question("screen", "离开座位时应当怎样？", "锁定屏幕", "关闭显示器"),
                    new Question("gift", "供应商送来贵重礼品怎么办？", "拒收并报告", "收下并登记")));

    private YearOfCourses() {}

    static void offer(Caller personnel) {
        Courses.publish(personnel, IN_A_ROOM, "时间管理", Appraisals.WORK_ON_TIME);
        PLANNING.release(personnel);
        COMPLIANCE.release(personnel);
    }
}
