package dev.keshi.risk.register;

import java.time.Instant;
import java.time.LocalDate;

/** @param today in the enterprise's time zone */
record Stamp(String by, Instant at, LocalDate today) {}
