package dev.keshi.launcher.history;

import dev.keshi.launcher.activity.Appraisals.Rated;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of departments whose year it is: what they do, what people judge them by, and which figure of theirs slips. */
enum DepartmentKind {
    OPERATIONS(
            "KS-OPS",
            "运营管理部季度考核",
            List.of("月度运营数据整理", "部门例会材料", "流程检查记录", "客户反馈汇总", "预算执行分析"),
            List.of(
                    new Rated("quality", "RESULT", 30, "工作质量", "一次做对"),
                    new Rated("attitude", "ATTITUDE", 20, "工作态度", "尽责、协作")),
            "报告延误率",
            List.of("数据来源单一", "关键岗位无替补", "审批积压", "月报只有一人会做")),
    SALES(
            ".*-SA",
            "销售科季度考核",
            List.of("重点客户拜访", "合同条款复核", "月度销售预测", "竞争对手动态", "应收账款跟进"),
            List.of(
                    new Rated("customer-relations", "RESULT", 30, "客户关系", "客户稳定，谈判有准备"),
                    new Rated("teamwork", "ATTITUDE", 20, "团队协作", "线索共享，交接清楚")),
            "订单取消率",
            List.of("大客户过于集中", "交货承诺超出产能", "报价口径不一致", "回款周期变长")),
    QUALITY(
            ".*-QA",
            "质量科季度考核",
            List.of("来料检验报告", "首件检验记录", "不合格品处置", "计量器具校准", "客诉原因分析"),
            List.of(
                    new Rated("inspection-accuracy", "RESULT", 30, "检验准确性", "不漏检、不误判"),
                    new Rated("discipline", "CONDUCT", 20, "纪律性", "按作业指导书操作")),
            "批次不良率",
            List.of("供应商来料波动", "检具超期未校", "新工艺缺少标准", "夜班首检不全")),
    OFFICE(
            "KS-ADM",
            "行政办公室季度考核",
            List.of("会议纪要整理", "办公用品盘点", "来访接待安排", "公文流转归档", "固定资产登记"),
            List.of(
                    new Rated("document-care", "RESULT", 30, "文件准确性", "格式规范，内容无误"),
                    new Rated("service", "ATTITUDE", 20, "服务意识", "响应及时，态度友好")),
            "公文退回率",
            List.of("印章保管只有一人", "档案室受潮", "会议室预订冲突", "用车安排无备份"));

    private final Pattern code;
    private final String template;
    private final List<String> tasks;
    private final List<Rated> rated;
    private final String figure;
    private final List<String> risks;

    /** @param code which code such a department has in the demo's files */
    DepartmentKind(
            String code, String template, List<String> tasks, List<Rated> rated, String figure, List<String> risks) {
        this.code = Pattern.compile(code);
        this.template = template;
        this.tasks = List.copyOf(tasks);
        this.rated = List.copyOf(rated);
        this.figure = figure;
        this.risks = List.copyOf(risks);
    }

    Pattern code() {
        return code;
    }

    /** Name of the template of its appraisals. */
    String template() {
        return template;
    }

    /** What is given as work. */
    List<String> tasks() {
        return tasks;
    }

    /** What people rate beside the work that is done on time. */
    List<Rated> rated() {
        return rated;
    }

    /** The figure that is watched. */
    String figure() {
        return figure;
    }

    /** The risk behind it, quarter by quarter. */
    List<String> risks() {
        return risks;
    }
}
