package dev.keshi.org.position;

/**
 * A bundled role from which positions are made.
 *
 * @param name stable, for example {@code operations-assistant}
 * @param titleEn in English
 * @param purpose what the role is there for, in Chinese
 * @param purposeEn the same in English
 */
public record RoleTemplate(String name, String title, String titleEn, String purpose, String purposeEn) {}
