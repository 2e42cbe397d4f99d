package dev.keshi.performance.template;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.function.Consumer;

/** Where templates are kept. */
interface Templates {

    /** The highest version of a template, 0 when there is none. */
    int newestVersion(TemplateCode code);

    /** @throws dev.keshi.messaging.AggregateFailure.AlreadyExists when somebody else has taken that version */
    Versioned<TemplateDocument> create(CommandContext context, Template template);

    Versioned<TemplateDocument> change(TemplateId id, CommandContext context, Consumer<Template> decide);
}
