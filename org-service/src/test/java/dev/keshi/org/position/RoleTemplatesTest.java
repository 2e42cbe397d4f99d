package dev.keshi.org.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTemplatesTest {

    private final RoleTemplates templates = new RoleTemplates();

    @Test
    void theLibraryHoldsEveryRoleOfTheRegulations() {
        var regulations = """
                部门经理 科室主管 副经理 运营助理 行政助理 行政协调员 行政经理 人力资源专员 财务专员 信息技术专员 IT支持专员 \
                公关专员 销售经理 客户服务专员 市场营销专员 文秘人员 产品经理 运营专员 数据分析师 项目经理 设计师 开发人员\
                """;

        assertThat(templates.all())
                .extracting(RoleTemplate::title)
                .contains(regulations.strip().split(" "));
    }

    @Test
    void everyTemplateSaysInBothLanguagesWhatItIs() {
        assertThat(templates.all()).allSatisfy(template -> {
            assertThat(template.name()).matches("[a-z-]+").matches(PositionCode::isValid);
            assertThat(template.titleEn()).isNotBlank();
            assertThat(template.purpose()).isNotBlank();
            assertThat(template.purposeEn()).isNotBlank();
        });
        assertThat(templates.all()).extracting(RoleTemplate::name).doesNotHaveDuplicates();
    }
}
