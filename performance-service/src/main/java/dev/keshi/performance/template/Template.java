package dev.keshi.performance.template;

import java.util.ArrayList;
import java.util.List;

/** One version of what a position is judged by. */
final class Template {

    private final TemplateId id;
    private final TemplateCode code;
    private final int version;
    private TemplateContent content;
    private boolean released;
    private final List<TemplateEvent> events = new ArrayList<>();

    Template(TemplateId id, TemplateCode code, int version, TemplateContent content, boolean released) {
        this.id = id;
        this.code = code;
        this.version = version;
        this.content = content;
        this.released = released;
    }

    void revise(TemplateContent revised) {
        if (released) {
            throw new TemplateProblem.Released(id);
        }
        content = revised;
    }

    void release() {
        if (released) {
            throw new TemplateProblem.Released(id);
        }
        released = true;
        events.add(new TemplateEvent.Released(id, code, version, content));
    }

    TemplateId id() {
        return id;
    }

    TemplateCode code() {
        return code;
    }

    int version() {
        return version;
    }

    TemplateContent content() {
        return content;
    }

    boolean released() {
        return released;
    }

    /** What happened since the last call, in order. */
    List<TemplateEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
