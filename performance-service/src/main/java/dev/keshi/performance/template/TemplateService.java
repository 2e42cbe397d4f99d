package dev.keshi.performance.template;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.template.TemplateCommand.Draft;
import dev.keshi.performance.template.TemplateCommand.Release;
import dev.keshi.performance.template.TemplateCommand.Revise;
import org.springframework.stereotype.Service;

/** The door for changing templates. */
@Service
public class TemplateService {

    private static final int ATTEMPTS = 5;
    private static final String KIND = "template";

    private final Templates templates;
    private final IndicatorQueries indicators;
    private final Ids ids;

    TemplateService(Templates templates, IndicatorQueries indicators, Ids ids) {
        this.templates = templates;
        this.indicators = indicators;
        this.ids = ids;
    }

    /**
     * Drafts the next version; the same command again, by its idempotency key, answers the one it drafted.
     *
     * @throws TemplateProblem when a rule forbids it
     */
    public Versioned<TemplateView> draft(CommandContext context, Draft command) {
        requireIndicators(command.content());
        var id = new TemplateId(ids.forCommand(KIND, context));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int version = templates.newestVersion(command.code()) + 1;
            try {
                return TemplateView.of(
                        templates.create(context, new Template(id, command.code(), version, command.content(), false)));
            } catch (AggregateFailure.AlreadyExists versionTaken) {
                // The next attempt reads which version is free now.
            }
        }
        throw new TemplateProblem.DraftedByOthers(command.code());
    }

    /** Brings in a first version that comes with the service, released, unless there is one. */
    void bundle(CommandContext context, TemplateCode code, TemplateContent content) {
        if (templates.newestVersion(code) > 0) {
            return;
        }
        var template = new Template(new TemplateId(Ids.derived(KIND, code.value())), code, 1, content, false);
        template.release();
        try {
            var unused = templates.create(context, template);
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFaster) {
            // What it wrote is the same.
        }
    }

    /** @throws TemplateProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says */
    public Versioned<TemplateView> handle(CommandContext context, TemplateCommand.OfExisting command) {
        try {
            return TemplateView.of(
                    switch (command) {
                        case Revise(var id, var content) -> {
                            requireIndicators(content);
                            yield templates.change(id, context, template -> template.revise(content));
                        }
                        case Release(var id) -> templates.change(id, context, Template::release);
                    });
        } catch (AggregateFailure.NotFound unknown) {
            throw new TemplateProblem.Unknown(command.id());
        }
    }

    private void requireIndicators(TemplateContent content) {
        var codes =
                content.figures().measured().stream().map(IndicatorCode::new).toList();
        if (!codes.isEmpty()) {
            indicators.missing(codes).stream().findFirst().ifPresent(missing -> {
                throw new TemplateProblem.NoSuchIndicator(missing.value());
            });
        }
    }
}
