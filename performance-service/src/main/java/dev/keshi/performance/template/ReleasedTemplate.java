package dev.keshi.performance.template;

import java.util.Map;

/** A version that cycles may use. */
public record ReleasedTemplate(TemplateId id, TemplateCode code, int version, TemplateContent content) {

    /** To be tried; what was released stays what it is. @param weights see {@link TemplateContent#weighing} */
    public ReleasedTemplate weighing(Map<String, Integer> weights) {
        return new ReleasedTemplate(id, code, version, content.weighing(weights));
    }
}
