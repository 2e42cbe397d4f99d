package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an appraisal template (考核模板) is in use; it never changes.
 *
 * @param code shared by all versions of the template
 * @param nameEn absent when it has no English name
 * @param positions role templates of the positions it is for; empty: for everybody
 * @param indicators their weights are 100 together
 */
@EventContract(
        type = "keshi.performance.template-released.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "template",
        key = "templateId",
        en = "A version of an appraisal template can be used; it never changes.",
        zh = "考核模板的一个版本已发布，不再变更。")
public record TemplateReleasedV1(
        String templateId,
        String code,
        int version,
        String name,
        @Nullable String nameEn,
        List<String> positions,
        List<TemplateIndicator> indicators)
        implements PublishedEvent {

    public TemplateReleasedV1 {
        positions = List.copyOf(positions);
        indicators = List.copyOf(indicators);
    }
}
