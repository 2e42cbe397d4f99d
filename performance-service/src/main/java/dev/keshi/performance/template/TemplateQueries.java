package dev.keshi.performance.template;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Templates. They hold nobody's data, so no scope is taken. */
@Component
public class TemplateQueries {

    private final MongoTemplates templates;

    TemplateQueries(MongoTemplates templates) {
        this.templates = templates;
    }

    public Optional<Versioned<TemplateView>> find(TemplateId id) {
        return templates.find(id).map(TemplateView::of);
    }

    /** All versions by code and version, or those of one template. */
    public Page<TemplateView> list(Optional<TemplateCode> code, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(empty()));
        code.ifPresent(one -> filter.add(eq(MongoTemplates.CODE, one.value())));
        paging.after().ifPresent(after -> filter.add(behind(after)));
        return paging.page(
                templates.select(and(filter), paging.limit() + 1),
                template -> Position.of(
                        template.state().code(), String.valueOf(template.state().version())),
                template -> TemplateView.of(template).state());
    }

    /** What cycles may choose from. */
    public TemplateChoice choice() {
        return new TemplateChoice(released(eq(MongoTemplates.RELEASED, true)).values());
    }

    /** The released ones among those ids. */
    public Map<TemplateId, ReleasedTemplate> released(Collection<TemplateId> ids) {
        return released(
                and(in("_id", ids.stream().map(TemplateId::value).toList()), eq(MongoTemplates.RELEASED, true)));
    }

    private Map<TemplateId, ReleasedTemplate> released(Bson filter) {
        return templates.select(filter, 0).stream()
                .map(template -> new ReleasedTemplate(
                        new TemplateId(template.id()),
                        new TemplateCode(template.state().code()),
                        template.state().version(),
                        template.state().content()))
                .collect(Collectors.toMap(ReleasedTemplate::id, template -> template));
    }

    private static Bson behind(Position after) {
        return or(
                gt(MongoTemplates.CODE, after.key()),
                and(eq(MongoTemplates.CODE, after.key()), gt(MongoTemplates.VERSION, Integer.parseInt(after.id()))));
    }
}
