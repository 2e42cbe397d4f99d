package dev.keshi.performance.template;

/** What happened to a template that others hear of; a draft is nobody else's business. */
sealed interface TemplateEvent {

    record Released(TemplateId id, TemplateCode code, int version, TemplateContent content) implements TemplateEvent {}
}
