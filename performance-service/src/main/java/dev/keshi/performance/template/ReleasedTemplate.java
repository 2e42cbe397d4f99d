package dev.keshi.performance.template;

/** A version that cycles may use. */
public record ReleasedTemplate(TemplateId id, TemplateCode code, int version, TemplateContent content) {}
