package dev.keshi.org.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.org.MovableClock;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What was planned is published when its day has come, and not before. */
@RunningOrgService
@Import(PlannedChangesIT.Time.class)
class PlannedChangesIT {

    private static final String DEPARTMENTS = "/api/org/v1/departments";
    private static final String PEOPLE = "/api/org/v1/people";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Caller hr;
    private final MovableClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    PlannedChangesIT(@Autowired MockMvc mvc, @Autowired MovableClock clock) {
        this.hr = new Caller(mvc, "p-hr", "HR");
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theTransferOfAPersonAndTheMoveOfADepartmentAreToldOnTheirDay(EventProbe probe) {
        var top = hr.create(DEPARTMENTS, Map.of("code", "TOP", "name", "科时集团", "openedOn", "2001-01-01"))
                .id();
        var sales = open(top);
        var finance = open(top);
        var person = hire(sales);
        var other = hire(sales);
        var office = open(top);
        var tomorrow = tomorrow();
        plan(PEOPLE + "/" + person, "/transfer", Map.of("departmentId", finance), tomorrow.plusDays(1));
        plan(PEOPLE + "/" + other, "/transfer", Map.of("departmentId", finance), tomorrow);
        plan(DEPARTMENTS + "/" + sales, "/move", Map.of("parentId", finance), tomorrow.plusDays(1));
        plan(DEPARTMENTS + "/" + office, "/move", Map.of("parentId", finance), tomorrow);

        clock.forward(Duration.ofDays(1));
        told(probe, "department-moved", office);
        told(probe, "person-transferred", other);
        assertThat(probe.drain())
                .noneMatch(event -> is(event, "person-transferred", person))
                .noneMatch(event -> is(event, "department-moved", sales));

        clock.forward(Duration.ofDays(1));
        told(probe, "person-transferred", person);
        told(probe, "department-moved", sales);
    }

    private String hire(String department) {
        var number = "N-" + UUID.randomUUID().toString().substring(0, 13);
        return hr.create(
                        PEOPLE,
                        Map.of(
                                "employeeNumber",
                                number,
                                "name",
                                "李娜",
                                "email",
                                number.toLowerCase(Locale.ROOT) + "@keshi.example",
                                "departmentId",
                                department,
                                "hiredOn",
                                "2020-01-01"))
                .json()
                .at("/person/id")
                .asString();
    }

    private void plan(String path, String change, Map<String, String> to, LocalDate day) {
        var body = new HashMap<>(to);
        body.put("effectiveOn", day.toString());
        var planned = hr.change(path + change, hr.read(path).etag(), body);
        assertThat(planned.status()).as(planned.body()).isEqualTo(200);
    }

    /** Days are counted from one; midnight within it is another day. */
    private static LocalDate tomorrow() {
        Eventually.holds(Duration.ofMinutes(2), () -> LocalTime.now(ZONE).isBefore(LocalTime.of(23, 59)));
        return LocalDate.now(ZONE).plusDays(1);
    }

    private static void told(EventProbe probe, String type, String key) {
        assertThat(probe.await(1, event -> is(event, type, key), PATIENCE)).hasSize(1);
    }

    private static boolean is(SeenEvent event, String type, String key) {
        return event.type().contains(type) && event.key().equals(key);
    }

    private String open(String parent) {
        var code = "D-" + UUID.randomUUID().toString().substring(0, 13);
        return hr.create(DEPARTMENTS, Map.of("code", code, "name", "某部", "parentId", parent, "openedOn", "2020-01-01"))
                .id();
    }
}
