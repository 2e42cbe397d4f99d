package dev.keshi.org.organisation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Files of a small enterprise: one top, a number of departments, and people who are spread over them. */
final class CsvFiles {

    private CsvFiles() {}

    static Map<String, byte[]> of(String departments, String positions, String people) {
        return Map.of("departments", bytes(departments), "positions", bytes(positions), "people", bytes(people));
    }

    static Map<String, byte[]> enterprise(int departments, int people) {
        return of(
                departments(departments),
                "code,title,template\nOA,运营助理,operations-assistant\n",
                people(departments, people));
    }

    static String departments(int count) {
        var text = new StringBuilder("部门编码,部门名称,上级部门编码,负责人工号,副职及分管领域,分管副职工号,成立日期\n");
        text.append("TOP,科时集团,,1001,1002:生产制造,,2001-01-01\n");
        for (int i = 1; i < count; i++) {
            text.append("D%d,第%d部,TOP,%d,,1002,2010-01-01\n".formatted(i, i, 1002 + i));
        }
        return text.toString();
    }

    static String people(int departments, int count) {
        var text = new StringBuilder("工号,姓名,部门编码,岗位编码,邮箱,登录名,入职日期\n");
        for (int i = 1; i <= count; i++) {
            var department = i <= 2 ? "TOP" : "D" + (1 + (i - 3) % (departments - 1));
            text.append("%d,张伟%d,%s,OA,p%d@keshi.example,p%d,2015-03-01\n".formatted(1000 + i, i, department, i, i));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gbk(String text) {
        return text.getBytes(Charset.forName("GBK"));
    }
}
