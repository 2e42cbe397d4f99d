package dev.keshi.service.problem.web;

import dev.keshi.service.problem.Languages;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.service.problem.Problems;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Problem details for servlet applications. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {

    @Bean
    Problems problems(ObjectProvider<ProblemMapping<?>> mappings, ObjectProvider<Tracer> tracer) {
        return new Problems(mappings.orderedStream().toList(), currentTrace(tracer));
    }

    private static Supplier<Optional<String>> currentTrace(ObjectProvider<Tracer> tracer) {
        return () -> Optional.ofNullable(tracer.getIfAvailable())
                .map(Tracer::currentSpan)
                .map(Span::context)
                .map(context -> context.traceId())
                .filter(id -> !id.isBlank());
    }

    @Bean
    FailureTranslator failureTranslator(Problems problems) {
        return new FailureTranslator(problems);
    }

    @Bean
    ProblemResponses problemResponses(Problems problems) {
        return new ProblemResponses(problems);
    }

    @Bean
    ProblemAdvice problemAdvice(FailureTranslator translator, ProblemResponses responses) {
        return new ProblemAdvice(translator, responses);
    }

    @Bean
    ProblemErrorController problemErrorController(FailureTranslator translator, ProblemResponses responses) {
        return new ProblemErrorController(translator, responses);
    }

    /** Messages of the validator follow the same two languages as everything else. */
    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(Languages.ALL);
        resolver.setDefaultLocale(Languages.CHINESE);
        return resolver;
    }
}
