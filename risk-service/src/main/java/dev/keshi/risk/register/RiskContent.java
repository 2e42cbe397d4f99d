package dev.keshi.risk.register;

import java.util.Optional;

/**
 * What a risk is.
 *
 * @param cause what it could come from
 * @param consequences what would come of it
 */
public record RiskContent(
        RiskKind kind, String title, String description, Optional<String> cause, Optional<String> consequences) {}
