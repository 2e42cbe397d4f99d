package dev.keshi.performance.template;

/** What can be asked of templates. */
public sealed interface TemplateCommand {

    /** The next version of a template, or the first. */
    record Draft(TemplateCode code, TemplateContent content) implements TemplateCommand {}

    /** A command about a version that exists. */
    sealed interface OfExisting extends TemplateCommand {
        TemplateId id();
    }

    /** The draft as it is from now on, completely. */
    record Revise(TemplateId id, TemplateContent content) implements OfExisting {}

    /** From now on cycles use it, and it never changes again. */
    record Release(TemplateId id) implements OfExisting {}
}
