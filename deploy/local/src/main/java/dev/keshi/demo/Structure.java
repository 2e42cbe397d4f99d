package dev.keshi.demo;

import dev.keshi.demo.Unit.Area;
import dev.keshi.demo.Unit.Staffing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tree of the group: head office with its departments and functional groups, then factories, branches and subsidiaries
 * city by city until there are as many departments as asked for. Above forty such units they stand in regions.
 */
final class Structure {

    private static final LocalDate FOUNDED = LocalDate.of(2001, 3, 18);
    private static final int UNITS_OF_A_REGION = 40;

    private final int wanted;
    private final List<Unit> units = new ArrayList<>();
    private final Unit top;
    private final Area operations;
    private final Area finance;
    private final Area technology;
    private final Area production;
    private final Area market;

    private Structure(int wanted) {
        this.wanted = wanted;
        this.top = add(new Unit(
                "KS",
                "科时集团",
                "Keshi Group",
                false,
                Optional.empty(),
                FOUNDED,
                new Staffing("CEO", "VP", 0, List.of("SECRETARY"))));
        this.operations = top.area("运营与人力", "Operations and personnel");
        this.finance = top.area("财务与行政", "Finance and administration");
        this.technology = top.area("技术研发", "Technology");
        this.production = top.area("生产制造", "Manufacturing");
        this.market = top.area("市场与销售", "Market and sales");
    }

    static List<Unit> of(int departments) {
        var structure = new Structure(departments);
        structure.headOffice();
        structure.field();
        return structure.units;
    }

    private void headOffice() {
        var ops = department(
                "OPS",
                "运营管理部",
                "Operations Management",
                operations,
                6,
                "OPERATIONS-SPECIALIST",
                "OPERATIONS-ASSISTANT");
        var hr = department("HR", "人力资源部", "Human Resources", operations, 4, "HR-SPECIALIST");
        department("AUD", "审计与风险部", "Audit and Risk", finance, 5, "AUDITOR");
        var fin = department("FIN", "财务部", "Finance", finance, 4, "FINANCE-SPECIALIST");
        var adm = department(
                "ADM", "行政办公室", "Administration Office", finance, 4, "ADMINISTRATIVE-ASSISTANT", "SECRETARY");
        var it = department("IT", "信息技术部", "Information Technology", technology, 5, "IT-SPECIALIST");
        var mkt = department("MKT", "市场营销部", "Marketing", market, 6, "MARKETING-SPECIALIST");
        department("LEG", "法务部", "Legal", finance, 4, "LEGAL-COUNSEL");
        department("PUR", "采购部", "Purchasing", production, 8, "BUYER");
        var rnd = department(
                "RND", "研发中心", "Research and Development", technology, 6, "PRODUCT-MANAGER", "PROJECT-MANAGER");
        group(ops, "PLAN", "运营规划组", "Planning Group", "PLANNING-LEAD", 5, "PLANNING-SPECIALIST");
        group(ops, "DATA", "数据分析组", "Data Analysis Group", "DATA-ANALYSIS-LEAD", 6, "DATA-ANALYST");
        group(
                ops,
                "PROC",
                "流程优化组",
                "Process Optimisation Group",
                "PROCESS-OPTIMISATION-LEAD",
                5,
                "PROCESS-OPTIMISATION-SPECIALIST");
        group(
                ops,
                "PROJ",
                "项目管理组",
                "Project Management Group",
                "PROJECT-MANAGEMENT-LEAD",
                6,
                "PROJECT-MANAGEMENT-SPECIALIST",
                "PROJECT-MANAGER");
        group(hr, "REC", "招聘组", "Recruiting Group", "SECTION-HEAD", 5, "HR-SPECIALIST");
        group(hr, "PAY", "薪酬福利组", "Pay and Benefits Group", "SECTION-HEAD", 4, "HR-SPECIALIST");
        group(hr, "TRN", "培训发展组", "Training Group", "SECTION-HEAD", 4, "HR-SPECIALIST");
        group(fin, "ACC", "会计核算组", "Accounting Group", "SECTION-HEAD", 8, "FINANCE-SPECIALIST");
        group(fin, "BUD", "预算管理组", "Budget Group", "SECTION-HEAD", 5, "FINANCE-SPECIALIST");
        group(fin, "TRE", "资金管理组", "Treasury Group", "SECTION-HEAD", 4, "FINANCE-SPECIALIST");
        group(adm, "SEC", "文秘组", "Secretariat", "ADMINISTRATIVE-MANAGER", 5, "SECRETARY", "ADMINISTRATIVE-COORDINATOR");
        group(adm, "LOG", "后勤组", "Facilities Group", "SECTION-HEAD", 6, "ADMINISTRATIVE-ASSISTANT");
        group(it, "OPS", "系统运维组", "Systems Group", "SECTION-HEAD", 6, "IT-SPECIALIST", "IT-SUPPORT-SPECIALIST");
        group(it, "DEV", "应用开发组", "Applications Group", "SECTION-HEAD", 9, "DEVELOPER");
        group(it, "SAFE", "信息安全组", "Information Security Group", "SECTION-HEAD", 4, "IT-SPECIALIST");
        group(mkt, "PR", "品牌公关组", "Brand and PR Group", "SECTION-HEAD", 5, "PR-SPECIALIST", "DESIGNER");
        group(
                mkt,
                "PROM",
                "市场推广组",
                "Promotion Group",
                "SECTION-HEAD",
                6,
                "MARKETING-SPECIALIST",
                "OPERATIONS-SPECIALIST");
        group(rnd, "PROD", "产品规划组", "Product Group", "SECTION-HEAD", 6, "PRODUCT-MANAGER", "DESIGNER");
        group(rnd, "SOFT", "软件组", "Software Group", "SECTION-HEAD", 14, "DEVELOPER");
        group(rnd, "HARD", "硬件组", "Hardware Group", "SECTION-HEAD", 10, "HARDWARE-ENGINEER");
        group(rnd, "TEST", "测试组", "Test Group", "SECTION-HEAD", 7, "TEST-ENGINEER");
    }

    private void field() {
        boolean regions = wanted - units.size() > UNITS_OF_A_REGION * 5;
        Unit above = top;
        for (int number = 0; units.size() < wanted; number++) {
            if (regions && number % UNITS_OF_A_REGION == 0) {
                above = region(number / UNITS_OF_A_REGION);
            }
            fieldUnit(above, number);
        }
    }

    private Unit region(int number) {
        var region = add(new Unit(
                "R%02d".formatted(number + 1),
                "第" + Cities.ordinal(number + 1) + "大区",
                "Region " + (number + 1),
                false,
                Optional.of(top),
                FOUNDED.plusYears(2),
                new Staffing("GM", "DGM", 2, List.of("OPERATIONS-SPECIALIST", "SECRETARY"))));
        region.inArea = Optional.of(market);
        region.area("生产制造", "Manufacturing");
        region.area("市场与销售", "Market and sales");
        return region;
    }

    private void fieldUnit(Unit above, int number) {
        var city = Cities.name(number);
        switch (number % 7) {
            case 0, 4 -> factory(above, "F%03d".formatted(number + 1), city);
            case 6 -> subsidiary(above, "C%03d".formatted(number + 1), city);
            default -> branch(above, "B%03d".formatted(number + 1), city);
        }
    }

    private void factory(Unit above, String code, Cities.City city) {
        var staffing = new Staffing("PLANT-DIRECTOR", "DEPUTY-PLANT-DIRECTOR", 2, List.of("ADMINISTRATIVE-ASSISTANT"));
        var plant = unit(above, code, city.chinese() + "工厂", city.english() + " Plant", areaOf(above, true), staffing);
        var making = plant.area("生产与设备", "Production and equipment");
        for (int line = 1; line <= 3; line++) {
            section(
                    plant,
                    code + "-W" + line,
                    "第" + Cities.ordinal(line) + "车间",
                    "Workshop " + line,
                    Optional.of(making),
                    "WORKSHOP-HEAD",
                    45,
                    "OPERATOR",
                    "OPERATOR",
                    "OPERATOR",
                    "SHIFT-LEADER");
        }
        section(
                plant,
                code + "-EQ",
                "设备科",
                "Equipment Section",
                Optional.of(making),
                "SECTION-HEAD",
                10,
                "EQUIPMENT-ENGINEER");
        section(
                plant,
                code + "-QA",
                "质量科",
                "Quality Section",
                Optional.empty(),
                "SECTION-HEAD",
                12,
                "QUALITY-INSPECTOR");
        section(
                plant,
                code + "-WH",
                "仓储科",
                "Warehouse Section",
                Optional.empty(),
                "SECTION-HEAD",
                10,
                "WAREHOUSE-KEEPER");
    }

    private void branch(Unit above, String code, Cities.City city) {
        var staffing = new Staffing("GM", "DGM", 2, List.of("ADMINISTRATIVE-ASSISTANT"));
        var branch =
                unit(above, code, city.chinese() + "分公司", city.english() + " Branch", areaOf(above, false), staffing);
        var selling = branch.area("销售与服务", "Sales and service");
        section(
                branch,
                code + "-SA",
                "销售科",
                "Sales Section",
                Optional.of(selling),
                "SALES-MANAGER",
                18,
                "SALES-REPRESENTATIVE");
        section(
                branch,
                code + "-CS",
                "客户服务科",
                "Customer Service Section",
                Optional.of(selling),
                "SECTION-HEAD",
                14,
                "CUSTOMER-SERVICE-SPECIALIST");
        section(
                branch,
                code + "-GE",
                "综合科",
                "General Affairs Section",
                Optional.empty(),
                "SECTION-HEAD",
                6,
                "ADMINISTRATIVE-ASSISTANT",
                "FINANCE-SPECIALIST",
                "HR-SPECIALIST");
    }

    private void subsidiary(Unit above, String code, Cities.City city) {
        var staffing = new Staffing("GM", "DGM", 2, List.of("SECRETARY"));
        var company = unit(
                above,
                code,
                "科时（" + city.chinese() + "）科技有限公司",
                "Keshi (" + city.english() + ") Technology Ltd",
                areaOf(above, false),
                staffing);
        var business = company.area("业务发展", "Business development");
        section(
                company,
                code + "-B1",
                "业务一部",
                "Business Section 1",
                Optional.of(business),
                "SALES-MANAGER",
                16,
                "SALES-REPRESENTATIVE",
                "OPERATIONS-SPECIALIST");
        section(
                company,
                code + "-B2",
                "业务二部",
                "Business Section 2",
                Optional.of(business),
                "SALES-MANAGER",
                16,
                "SALES-REPRESENTATIVE",
                "OPERATIONS-SPECIALIST");
        section(
                company,
                code + "-TE",
                "技术部",
                "Technical Section",
                Optional.empty(),
                "SECTION-HEAD",
                14,
                "DEVELOPER",
                "TEST-ENGINEER");
        section(
                company,
                code + "-FI",
                "财务部",
                "Finance Section",
                Optional.empty(),
                "SECTION-HEAD",
                5,
                "FINANCE-SPECIALIST");
        section(
                company,
                code + "-GE",
                "综合管理部",
                "General Affairs Section",
                Optional.empty(),
                "SECTION-HEAD",
                6,
                "ADMINISTRATIVE-ASSISTANT",
                "HR-SPECIALIST");
    }

    /** The area of the department above that factories, or those who sell, belong to. */
    private Area areaOf(Unit above, boolean factory) {
        if (above == top) {
            return factory ? production : market;
        }
        return above.areas.get(factory ? 0 : 1);
    }

    private Unit department(String code, String name, String nameEn, Area area, int weight, String... roles) {
        var staffing = new Staffing("DEPARTMENT-MANAGER", "DEPUTY-MANAGER", weight, List.of(roles));
        return unit(top, "KS-" + code, name, nameEn, area, staffing);
    }

    private Unit unit(Unit above, String code, String name, String nameEn, Area area, Staffing staffing) {
        var unit = add(new Unit(
                code, name, nameEn, false, Optional.of(above), above.openedOn.plusDays(units.size() % 700), staffing));
        unit.inArea = Optional.of(area);
        return unit;
    }

    private void group(Unit above, String code, String name, String nameEn, String lead, int weight, String... roles) {
        if (units.size() < wanted) {
            add(new Unit(
                    above.code + '-' + code,
                    name,
                    nameEn,
                    true,
                    Optional.of(above),
                    above.openedOn.plusYears(1),
                    new Staffing(lead, "DEPUTY-MANAGER", weight, List.of(roles))));
        }
    }

    private void section(
            Unit above,
            String code,
            String name,
            String nameEn,
            Optional<Area> area,
            String head,
            int weight,
            String... roles) {
        if (units.size() < wanted) {
            var section = add(new Unit(
                    code,
                    name,
                    nameEn,
                    false,
                    Optional.of(above),
                    above.openedOn.plusMonths(3),
                    new Staffing(head, "DEPUTY-MANAGER", weight, List.of(roles))));
            section.inArea = area;
        }
    }

    private Unit add(Unit unit) {
        units.add(unit);
        return unit;
    }
}
