package dev.keshi.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who works in the enterprise.
 *
 * @param roles of the account beside EMPLOYEE
 */
public record Worker(
        String employeeNumber,
        String name,
        String loginName,
        String email,
        String phone,
        String departmentCode,
        String positionCode,
        Optional<String> roles,
        LocalDate hiredOn) {}
