package dev.keshi.demo;

import java.util.List;
import java.util.Locale;

/** The positions of the enterprise: those of the platform's library, and what a group of factories and branches has beside. */
final class Roles {

    /** @param template name of the role template in the platform's library; empty for a position of this enterprise */
    record Role(String code, String title, String titleEn, String template) {}

    static final List<Role> ALL = List.of(
            role("CEO", "总经理", "Chief executive officer", ""),
            role("VP", "副总经理", "Vice president", ""),
            role("GM", "分公司总经理", "General manager", ""),
            role("DGM", "分公司副总经理", "Deputy general manager", ""),
            role("PLANT-DIRECTOR", "厂长", "Plant director", ""),
            role("DEPUTY-PLANT-DIRECTOR", "副厂长", "Deputy plant director", ""),
            role("WORKSHOP-HEAD", "车间主任", "Workshop head", ""),
            role("SHIFT-LEADER", "班组长", "Shift leader", ""),
            role("OPERATOR", "操作工", "Machine operator", ""),
            role("QUALITY-INSPECTOR", "质检员", "Quality inspector", ""),
            role("EQUIPMENT-ENGINEER", "设备工程师", "Equipment engineer", ""),
            role("WAREHOUSE-KEEPER", "仓库管理员", "Warehouse keeper", ""),
            role("BUYER", "采购专员", "Buyer", ""),
            role("LEGAL-COUNSEL", "法务专员", "Legal counsel", ""),
            role("AUDITOR", "审计专员", "Internal auditor", ""),
            role("HARDWARE-ENGINEER", "硬件工程师", "Hardware engineer", ""),
            role("TEST-ENGINEER", "测试工程师", "Test engineer", ""),
            library("DEPARTMENT-MANAGER", "部门经理", "Department manager"),
            library("SECTION-HEAD", "科室主管", "Section head"),
            library("DEPUTY-MANAGER", "副经理", "Deputy manager"),
            library("PLANNING-LEAD", "运营规划组组长", "Planning group lead"),
            library("PLANNING-SPECIALIST", "运营规划专员", "Planning specialist"),
            library("DATA-ANALYSIS-LEAD", "数据分析组组长", "Data analysis group lead"),
            library("PROCESS-OPTIMISATION-LEAD", "流程优化组组长", "Process optimisation group lead"),
            library("PROCESS-OPTIMISATION-SPECIALIST", "流程优化专员", "Process optimisation specialist"),
            library("PROJECT-MANAGEMENT-LEAD", "项目管理组组长", "Project management group lead"),
            library("PROJECT-MANAGEMENT-SPECIALIST", "项目管理专员", "Project management specialist"),
            library("OPERATIONS-ASSISTANT", "运营助理", "Operations assistant"),
            library("ADMINISTRATIVE-ASSISTANT", "行政助理", "Administrative assistant"),
            library("ADMINISTRATIVE-COORDINATOR", "行政协调员", "Administrative coordinator"),
            library("ADMINISTRATIVE-MANAGER", "行政经理", "Administrative manager"),
            library("HR-SPECIALIST", "人力资源专员", "HR specialist"),
            library("FINANCE-SPECIALIST", "财务专员", "Finance specialist"),
            library("IT-SPECIALIST", "信息技术专员", "IT specialist"),
            library("IT-SUPPORT-SPECIALIST", "IT支持专员", "IT support specialist"),
            library("PR-SPECIALIST", "公关专员", "PR specialist"),
            library("SALES-MANAGER", "销售经理", "Sales manager"),
            library("SALES-REPRESENTATIVE", "销售代表", "Sales representative"),
            library("CUSTOMER-SERVICE-SPECIALIST", "客户服务专员", "Customer service specialist"),
            library("MARKETING-SPECIALIST", "市场营销专员", "Marketing specialist"),
            library("SECRETARY", "文秘人员", "Secretary"),
            library("PRODUCT-MANAGER", "产品经理", "Product manager"),
            library("OPERATIONS-SPECIALIST", "运营专员", "Operations specialist"),
            library("DATA-ANALYST", "数据分析师", "Data analyst"),
            library("PROJECT-MANAGER", "项目经理", "Project manager"),
            library("DESIGNER", "设计师", "Designer"),
            library("DEVELOPER", "开发人员", "Developer"));

    private Roles() {}

    private static Role role(String code, String title, String titleEn, String template) {
        return new Role(code, title, titleEn, template);
    }

    private static Role library(String code, String title, String titleEn) {
        return new Role(code, title, titleEn, code.toLowerCase(Locale.ROOT));
    }
}
