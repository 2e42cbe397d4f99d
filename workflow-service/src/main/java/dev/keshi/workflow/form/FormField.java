package dev.keshi.workflow.form;

/**
 * A field of a start form.
 *
 * @param id name of the variable it fills
 * @param zh label in Chinese
 * @param en label in English, the Chinese one when the process gives none
 */
public record FormField(String id, String zh, String en, boolean required, FieldKind kind) {}
