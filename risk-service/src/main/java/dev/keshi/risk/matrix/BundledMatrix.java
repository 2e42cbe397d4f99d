package dev.keshi.risk.matrix;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The matrix that comes with the service. The regulations name a matrix of likelihood and impact and give no scale, so words and
 * cuts are ours: the product of both steps, 1 to 4 low, 5 to 9 medium, 10 to 16 high, from 20 critical.
 */
final class BundledMatrix {

    private static final RiskLevel LOW = level("LOW", "低", "Low");
    private static final RiskLevel MEDIUM = level("MEDIUM", "中", "Medium");
    private static final RiskLevel HIGH = level("HIGH", "高", "High");
    private static final RiskLevel CRITICAL = level("CRITICAL", "极高", "Critical");

    private static final int FROM_MEDIUM = 5;
    private static final int FROM_HIGH = 10;
    private static final int FROM_CRITICAL = 20;

    private BundledMatrix() {}

    static RiskMatrix matrix() {
        return RiskMatrix.drawn(
                List.of(
                        step("罕见", "Rare", "五年内不太可能发生", "Not expected within five years"),
                        step("不太可能", "Unlikely", "一至五年内可能发生一次", "Once in one to five years"),
                        step("可能", "Possible", "一年内可能发生一次", "Once a year"),
                        step("很可能", "Likely", "每季度可能发生", "Every quarter"),
                        step("几乎确定", "Almost certain", "每月或更频繁", "Every month or more often")),
                List.of(
                        step("轻微", "Slight", "部门内即可消化，不影响目标", "Absorbed within the department"),
                        step("较小", "Minor", "个别任务延误或返工", "Single tasks late or done again"),
                        step("中等", "Moderate", "部门季度目标受影响", "A quarterly goal of the department is missed"),
                        step("重大", "Major", "多个部门或客户受影响", "Several departments or customers suffer"),
                        step("灾难性", "Disastrous", "企业年度目标、合规或安全受损", "The enterprise's year, law or safety is harmed")),
                List.of(LOW, MEDIUM, HIGH, CRITICAL),
                IntStream.rangeClosed(1, Exposure.STEPS)
                        .mapToObj(likelihood -> IntStream.rangeClosed(1, Exposure.STEPS)
                                .mapToObj(
                                        impact -> byProduct(likelihood * impact).code())
                                .toList())
                        .toList());
    }

    private static RiskLevel byProduct(int product) {
        if (product >= FROM_CRITICAL) {
            return CRITICAL;
        }
        if (product >= FROM_HIGH) {
            return HIGH;
        }
        return product >= FROM_MEDIUM ? MEDIUM : LOW;
    }

    private static RiskLevel level(String code, String name, String nameEn) {
        return new RiskLevel(code, name, Optional.of(nameEn));
    }

    private static MatrixStep step(String name, String nameEn, String criterion, String criterionEn) {
        return new MatrixStep(name, Optional.of(nameEn), criterion, Optional.of(criterionEn));
    }
}
